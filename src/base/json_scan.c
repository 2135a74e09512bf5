#include "base/json_scan.h"

#include "base/json.h"

void
json_scan_blanks(struct json_scan *s)
{
	while (s->p < s->end && (*s->p == ' ' || *s->p == '\t' || *s->p == '\r'))
		s->p++;
}

bool
json_scan_take(struct json_scan *s, char c)
{
	json_scan_blanks(s);
	if (s->p == s->end || *s->p != c)
		return false;
	s->p++;
	json_scan_blanks(s);
	return true;
}

/* The string from its opening quote to p, with escapes, is read as the JSON it is. */
static bool
read_escaped(struct json_scan *s, const char *open, struct str *out)
{
	struct json *value;
	struct err why;

	if (json_read(s->a, (struct str){open, (size_t)(s->p - open)}, &value, &why) != 0) {
		s->p = open;
		return false;
	}
	*out = value->text;
	return true;
}

bool
json_scan_string(struct json_scan *s, struct str *out)
{
	const char *open = s->p;
	bool plain = true;

	if (s->p == s->end || *s->p != '"')
		return false;
	s->p++;
	while (s->p < s->end && *s->p != '"') {
		if ((unsigned char)*s->p < 0x20)
			return false;
		plain = plain && *s->p != '\\';
		s->p += *s->p == '\\' && s->end - s->p > 1 ? 2 : 1;
	}
	if (s->p == s->end)
		return false;
	s->p++;
	*out = (struct str){open + 1, (size_t)(s->p - open) - 2};
	return plain || read_escaped(s, open, out);
}
