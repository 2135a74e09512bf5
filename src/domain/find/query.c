#include "domain/find/query.h"

#include "base/utf8.h"
#include "kit/lang/fold.h"

/* The byte where the next blank begins, or the end. */
static size_t
blank(struct str text, size_t at)
{
	for (size_t next = at; at < text.n; at = next)
		if (fold_is_space(utf8_next(text, &next)))
			break;
	return at;
}

static struct str
without_blanks(struct str text)
{
	for (size_t at = 0; at < text.n;) {
		size_t next = at;
		if (!fold_is_space(utf8_next(text, &next)))
			return str_sub(text, at, text.n);
		at = next;
	}
	return str_sub(text, text.n, text.n);
}

/* Cuts what stands in quotes, which rest begins with, or else up to a blank. */
static struct str
cut_value(struct str *rest)
{
	size_t end;

	if (rest->n > 0 && rest->p[0] == '"') {
		*rest = str_sub(*rest, 1, rest->n);
		return str_cut(rest, '"');
	}
	end = blank(*rest, 0);
	struct str value = str_sub(*rest, 0, end);
	*rest = str_sub(*rest, end, rest->n);
	return value;
}

/* Bytes of a filter's name that text begins with, if a value follows it; else 0. */
static size_t
filter_bytes(struct str text)
{
	size_t n = 0;

	while (
	    n < text.n && ((text.p[n] >= 'a' && text.p[n] <= 'z') || (n > 0 && text.p[n] == '-')))
		n++;
	if (n == 0 || n + 1 >= text.n || text.p[n] != ':')
		return 0;
	return blank(text, n + 1) > n + 1 ? n : 0;
}

static struct find_part
cut_part(struct str *rest)
{
	struct find_part part = {.kind = FIND_PART_WORDS, .filter = STR("")};

	if (rest->p[0] == '-' && rest->n > 1 && blank(*rest, 1) > 1) {
		part.without = true;
		*rest = str_sub(*rest, 1, rest->n);
	}
	size_t name = filter_bytes(*rest);
	if (name > 0) {
		part.kind = FIND_PART_FILTER;
		part.filter = str_sub(*rest, 0, name);
		*rest = str_sub(*rest, name + 1, rest->n);
	} else if (rest->p[0] == '"') {
		part.kind = FIND_PART_PHRASE;
	}
	part.text = cut_value(rest);
	return part;
}

int
find_query_read(struct arena *a, struct str query, struct find_query *out, struct err *e)
{
	struct find_part *parts = ARENA_ARRAY(a, struct find_part, FIND_QUERY_PARTS);
	size_t count = 0;

	if (query.n > FIND_QUERY_BYTES)
		return err_fail(e, ERR_LIMIT, STR("find.long"));
	for (struct str rest = without_blanks(query); rest.n > 0; rest = without_blanks(rest)) {
		if (count == FIND_QUERY_PARTS)
			return err_fail(e, ERR_LIMIT, STR("find.long"));
		parts[count++] = cut_part(&rest);
	}
	*out = (struct find_query){parts, count};
	return 0;
}

struct str *
find_query_values(struct arena *a, struct str text, size_t *count)
{
	struct str *values = ARENA_ARRAY(a, struct str, text.n + 1);
	size_t begin = 0, n = 0;
	bool inside = false;

	for (size_t at = 0; at <= text.n; at++) {
		if (at < text.n && (text.p[at] == '{' || text.p[at] == '}'))
			inside = text.p[at] == '{';
		if (at < text.n && (text.p[at] != ',' || inside))
			continue;
		struct str value = str_trim(str_sub(text, begin, at));
		if (value.n > 0)
			values[n++] = value;
		begin = at + 1;
	}
	*count = n;
	return values;
}
