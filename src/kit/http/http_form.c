#include "kit/http/http_form.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

#define BOUNDARY_BYTES 70 /* RFC 2046 */

/* A form being read: values[i] has p == NULL until that field was sent. */
struct reading {
	struct arena *a;
	const struct http_form *form;
	struct str *values;
	struct err *e;
};

static int
hex_digit(char ch)
{
	if (ch >= '0' && ch <= '9')
		return ch - '0';
	char small = (char)(ch | 0x20);
	return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

bool
http_form_decode(struct arena *a, struct str text, bool plus, struct str *out)
{
	struct buf *b = buf_on(a);

	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '+' && plus) {
			buf_putc(b, ' ');
		} else if (text.p[i] != '%') {
			buf_putc(b, text.p[i]);
		} else {
			int high = i + 2 < text.n ? hex_digit(text.p[i + 1]) : -1;
			int low = i + 2 < text.n ? hex_digit(text.p[i + 2]) : -1;
			if (high < 0 || low < 0)
				return false;
			buf_putc(b, (char)(high * 16 + low));
			i += 2;
		}
	}
	*out = buf_str(b);
	return true;
}

/* Line ends as \n; false when it is no text. */
static bool
text_clean(struct arena *a, struct str raw, struct str *out)
{
	struct buf *b = buf_on(a);

	if (!utf8_valid(raw))
		return false;
	for (size_t i = 0; i < raw.n; i++) {
		unsigned char ch = (unsigned char)raw.p[i];
		if (ch == '\r' && i + 1 < raw.n && raw.p[i + 1] == '\n')
			continue;
		if (ch == 0x7F || (ch < ' ' && ch != '\n' && ch != '\t'))
			return false;
		buf_putc(b, (char)ch);
	}
	*out = buf_str(b);
	return true;
}

/* Takes one field that was sent. */
static int
field_take(struct reading *r, struct str name, struct str value)
{
	size_t i = 0;

	while (i < r->form->count && !str_eq(r->form->fields[i].name, name))
		i++;
	if (i == r->form->count)
		return err_fail(r->e, ERR_INPUT, STR("http.form.unknown"), name);
	if (r->values[i].p != NULL)
		return err_fail(r->e, ERR_INPUT, STR("http.form.twice"), name);
	if (value.n > r->form->fields[i].limit)
		return err_fail(r->e, ERR_LIMIT, STR("http.form.long"), name,
		    STR_INT((int64_t)r->form->fields[i].limit));
	if (r->form->fields[i].file)
		r->values[i] = value;
	else if (!text_clean(r->a, value, &r->values[i]))
		return err_fail(r->e, ERR_INPUT, STR("http.form.text"), name);
	return 0;
}

static int
pair_take(struct reading *r, struct str pair)
{
	struct str rest = pair, name, value;

	struct str left = str_cut(&rest, '=');
	if (!http_form_decode(r->a, left, true, &name) ||
	    !http_form_decode(r->a, rest, true, &value))
		return err_fail(r->e, ERR_INPUT, STR("http.form.syntax"));
	return field_take(r, name, value);
}

static int
pairs_read(struct reading *r, struct str body)
{
	for (struct str rest = body; rest.n > 0;) {
		struct str pair = str_cut(&rest, '&');
		if (pair.n > 0 && pair_take(r, pair) != 0)
			return -1;
	}
	return 0;
}

static bool
starts_anycase(struct str text, const char *small)
{
	size_t n = strlen(small);

	if (text.n < n)
		return false;
	for (size_t i = 0; i < n; i++) {
		char ch = text.p[i];
		if ((char)(ch >= 'A' && ch <= 'Z' ? ch | 0x20 : ch) != small[i])
			return false;
	}
	return true;
}

/*
 * The value of a parameter behind the first ";" of a header, without its quotes; a
 * quoted one has no escapes but those that browsers send, which stay as they are.
 */
static struct str
parameter(struct str header, const char *name)
{
	struct str rest = header;

	(void)str_cut(&rest, ';');
	while (rest.n > 0) {
		struct str part = str_trim(rest);
		size_t equals = str_find(part, '=');
		struct str value = str_sub(part, equals + 1, part.n);
		bool quoted = str_starts(value, STR("\""));
		value = str_sub(value, quoted ? 1 : 0, value.n);
		size_t n = str_find(value, quoted ? '"' : ';');
		if (equals == strlen(name) && starts_anycase(part, name))
			return str_trim(str_sub(value, 0, n));
		rest = str_sub(value, n, value.n);
		(void)str_cut(&rest, ';');
	}
	return STR("");
}

/* One line of a part's head, without its line end; false at the empty one that ends it. */
static bool
head_line(struct str *rest, struct str *line)
{
	size_t n = str_search(*rest, STR("\r\n"));

	*line = str_sub(*rest, 0, n);
	*rest = str_sub(*rest, n + 2, rest->n);
	return line->n > 0;
}

static int
part_take(struct reading *r, struct str part)
{
	struct str rest = part, line, name = STR("");

	while (head_line(&rest, &line))
		if (starts_anycase(line, "content-disposition:"))
			name = parameter(line, "name");
	if (name.n == 0)
		return err_fail(r->e, ERR_INPUT, STR("http.form.syntax"));
	return field_take(r, name, rest);
}

/*
 * Parts stand between "--BOUNDARY\r\n" and "\r\n--BOUNDARY"; the last is followed by "--".
 * What comes before the first or after the last is not looked at.
 */
static int
parts_read(struct reading *r, struct str boundary, struct str body)
{
	struct str mark = arena_fmt(r->a, "\r\n--%.*s", STR_ARG(boundary));
	struct str first = str_sub(mark, 2, mark.n);
	size_t at = str_starts(body, first) ? 0 : str_search(body, mark) + 2;
	struct str rest = str_sub(body, at + first.n, body.n);

	while (str_starts(rest, STR("\r\n"))) {
		rest = str_sub(rest, 2, rest.n);
		size_t end = str_search(rest, mark);
		if (end == rest.n)
			break;
		if (part_take(r, str_sub(rest, 0, end)) != 0)
			return -1;
		rest = str_sub(rest, end + mark.n, rest.n);
	}
	return str_starts(rest, STR("--")) ? 0 : err_fail(r->e, ERR_INPUT, STR("http.form.syntax"));
}

/* A field that was not sent is empty, if it may be. */
static int
reading_end(struct reading *r)
{
	for (size_t i = 0; i < r->form->count; i++) {
		if (r->values[i].p == NULL)
			r->values[i] = STR("");
		if (r->form->fields[i].needed && r->values[i].n == 0)
			return err_fail(
			    r->e, ERR_INPUT, STR("http.form.needed"), r->form->fields[i].name);
	}
	return 0;
}

static struct reading
reading_begin(struct arena *a, const struct http_form *form, struct str *values, struct err *e)
{
	for (size_t i = 0; i < form->count; i++)
		values[i] = (struct str){NULL, 0};
	return (struct reading){a, form, values, e};
}

int
http_form_read(struct arena *a, struct str type, struct str body, const struct http_form *form,
    struct str *values, struct err *e)
{
	struct reading r = reading_begin(a, form, values, e);
	struct str boundary = parameter(type, "boundary");

	if (starts_anycase(type, "application/x-www-form-urlencoded")) {
		if (pairs_read(&r, body) != 0)
			return -1;
	} else if (starts_anycase(type, "multipart/form-data") && boundary.n > 0 &&
	    boundary.n <= BOUNDARY_BYTES) {
		if (parts_read(&r, boundary, body) != 0)
			return -1;
	} else {
		return err_fail(e, ERR_INPUT, STR("http.form.type"));
	}
	return reading_end(&r);
}

int
http_form_query(struct arena *a, struct str query, const struct http_form *form, struct str *values,
    struct err *e)
{
	struct reading r = reading_begin(a, form, values, e);

	return pairs_read(&r, query) != 0 ? -1 : reading_end(&r);
}
