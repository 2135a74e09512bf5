#include "kit/tpl/html.h"

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */

/* How each byte below 128 is written; NULL: as it is. */
static const char *const entities[128] = {
    ['&'] = "&amp;",
    ['<'] = "&lt;",
    ['>'] = "&gt;",
    ['"'] = "&#34;",
    ['\''] = "&#39;",
    [0x00] = REPLACEMENT,
    [0x01] = REPLACEMENT,
    [0x02] = REPLACEMENT,
    [0x03] = REPLACEMENT,
    [0x04] = REPLACEMENT,
    [0x05] = REPLACEMENT,
    [0x06] = REPLACEMENT,
    [0x07] = REPLACEMENT,
    [0x08] = REPLACEMENT,
    [0x0B] = REPLACEMENT,
    [0x0C] = REPLACEMENT,
    [0x0D] = REPLACEMENT,
    [0x0E] = REPLACEMENT,
    [0x0F] = REPLACEMENT,
    [0x10] = REPLACEMENT,
    [0x11] = REPLACEMENT,
    [0x12] = REPLACEMENT,
    [0x13] = REPLACEMENT,
    [0x14] = REPLACEMENT,
    [0x15] = REPLACEMENT,
    [0x16] = REPLACEMENT,
    [0x17] = REPLACEMENT,
    [0x18] = REPLACEMENT,
    [0x19] = REPLACEMENT,
    [0x1A] = REPLACEMENT,
    [0x1B] = REPLACEMENT,
    [0x1C] = REPLACEMENT,
    [0x1D] = REPLACEMENT,
    [0x1E] = REPLACEMENT,
    [0x1F] = REPLACEMENT,
    [0x7F] = REPLACEMENT,
};

void
html_text(struct buf *out, struct str text)
{
	size_t from = 0;

	for (size_t i = 0; i < text.n; i++) {
		unsigned char ch = (unsigned char)text.p[i];
		const char *entity = ch < LENGTH(entities) ? entities[ch] : NULL;
		if (entity == NULL)
			continue;
		buf_bytes(out, text.p + from, i - from);
		buf_put(out, str_of(entity));
		from = i + 1;
	}
	buf_bytes(out, text.p + from, text.n - from);
}

/* "/" alone or before what makes no name of a host of it; browsers read "\" as "/" and skip tabs.
 */
static bool
is_path(struct str address)
{
	return str_starts(address, STR("/")) && !str_has_control(address) &&
	    (address.n == 1 || (address.p[1] != '/' && address.p[1] != '\\'));
}

void
html_link(struct buf *out, struct str address)
{
	static const char *const starts[] = {"http://", "https://", "mailto:", "#", "?"};
	bool allowed = is_path(address);

	for (size_t i = 0; i < LENGTH(starts); i++)
		allowed = allowed || str_starts(address, str_of(starts[i]));
	html_text(out, allowed ? address : STR("#"));
}

void
html_resource(struct buf *out, struct str address)
{
	html_text(out, is_path(address) ? address : STR("#"));
}

static bool
unreserved(char ch)
{
	return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') ||
	    ch == '-' || ch == '.' || ch == '_' || ch == '~';
}

void
html_part(struct buf *out, struct str part)
{
	if (part.n == 0 && out->n > 0 && out->p[out->n - 1] == '/')
		buf_putc(out, '.');
	for (size_t i = 0; i < part.n; i++) {
		if (unreserved(part.p[i]))
			buf_putc(out, part.p[i]);
		else
			buf_fmt(out, "%%%02X", (unsigned char)part.p[i]);
	}
}

/* JSON behind from, with < > & and the two line ends of JavaScript as escapes. */
static void
seal_json(struct buf *out, struct str json)
{
	for (size_t i = 0; i < json.n; i++) {
		struct str rest = str_sub(json, i, json.n);
		if (rest.p[0] == '<' || rest.p[0] == '>' || rest.p[0] == '&') {
			buf_fmt(out, "\\u%04x", (unsigned)rest.p[0]);
		} else if (str_starts(rest, STR("\u2028")) || str_starts(rest, STR("\u2029"))) {
			buf_put(out, rest.p[2] == '\xA8' ? STR("\\u2028") : STR("\\u2029"));
			i += 2;
		} else {
			buf_putc(out, rest.p[0]);
		}
	}
}

void
html_json(struct buf *out, const struct json *value)
{
	struct buf plain = BUF_INIT;

	json_write(&plain, value);
	seal_json(out, buf_str(&plain));
	buf_free(&plain);
}

void
html_json_str(struct buf *out, struct str text)
{
	struct json value = {.type = JSON_STR, .text = text};

	html_json(out, &value);
}
