#include "face/say/message.h"

#include <assert.h>

#define FORM_END '\x1f'

bool
message_lang_of(struct str name, enum lang *out)
{
	for (size_t i = 0; i < LANG_COUNT; i++) {
		bool ends = name.n == 2 ||
		    (name.n > 2 &&
			(name.p[2] == '_' || name.p[2] == '-' || name.p[2] == '.' ||
			    name.p[2] == '@'));
		if (ends && str_starts(name, lang_code((enum lang)i))) {
			*out = (enum lang)i;
			return true;
		}
	}
	return false;
}

const struct message *
message_find(struct str key)
{
	size_t low = 0, high = message_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_cmp(key, message_table[middle].key);
		if (order == 0)
			return &message_table[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

/* The digits of a number as people write it, "3,982" or "3 982"; 0 when there are none. */
static int64_t
number_of(struct str text)
{
	int64_t n = 0;

	for (size_t i = 0; i < text.n && n < INT64_MAX / 100; i++) {
		if (text.p[i] >= '0' && text.p[i] <= '9')
			n = n * 10 + (text.p[i] - '0');
	}
	return n;
}

/* By a number with a point, "1.5", as one that is not whole. */
static enum lang_plural
plural_of(struct str number, enum lang lang)
{
	return str_search(number, STR(".")) < number.n ? lang_plural_part(lang)
						       : lang_plural(number_of(number), lang);
}

/* Three forms are one, few and many; two are one and all others. */
static size_t
form_index(enum lang_plural plural, size_t forms)
{
	if (plural == LANG_ONE || forms == 1)
		return 0;
	return plural == LANG_FEW || forms == 2 ? 1 : 2;
}

static struct str
form_of(struct str text, enum lang lang, const struct str *args, size_t count)
{
	size_t forms = 1;

	for (size_t i = 0; i < text.n; i++)
		forms += text.p[i] == FORM_END;
	struct str rest = text;
	struct str form = str_cut(&rest, FORM_END);
	if (count == 0)
		return form;
	size_t skip = form_index(plural_of(args[0], lang), forms);
	for (; skip > 0; skip--)
		form = str_cut(&rest, FORM_END);
	return form;
}

/* Bytes of the place {0} or {0#} with which text begins, and its number; 0: it begins with none. */
static size_t
place_read(struct str text, size_t *arg)
{
	size_t n = str_starts(str_sub(text, 2, text.n), STR("#}")) ? 4
	    : str_starts(str_sub(text, 2, text.n), STR("}"))       ? 3
								   : 0;

	if (n == 0 || text.p[0] != '{')
		return 0;
	*arg = (unsigned char)text.p[1] - (size_t)'0';
	return *arg < MESSAGE_ARGS ? n : 0;
}

static void
fill(struct buf *out, enum lang lang, struct str form, const struct str *args, size_t count)
{
	for (size_t i = 0, n; i < form.n; i += n) {
		size_t arg;
		n = place_read(str_sub(form, i, form.n), &arg);
		if (n == 0) {
			buf_putc(out, form.p[i]);
			n = 1;
		} else if (arg < count && n == 4) {
			lang_decimal(out, args[arg], lang);
		} else if (arg < count) {
			buf_put(out, args[arg]);
		}
	}
}

void
message_put(struct buf *out, enum lang lang, struct str key, const struct str *args, size_t count)
{
	const struct message *m = message_find(key);

	assert(lang < LANG_COUNT && count <= MESSAGE_ARGS);
	if (m != NULL) {
		fill(out, lang, form_of(m->text[lang], lang, args, count), args, count);
		return;
	}
	buf_put(out, key);
	for (size_t i = 0; i < count; i++)
		buf_fmt(out, " \"%.*s\"", STR_ARG(args[i]));
}

struct str
message_list(struct arena *a, enum lang lang, const struct str text[MESSAGE_ARGS + 2])
{
	struct buf *b = buf_on(a);
	size_t count = 0;

	while (count < MESSAGE_ARGS && text[1 + count].p != NULL)
		count++;
	message_put(b, lang, text[0], text + 1, count);
	return buf_str(b);
}

struct str
message_named(struct arena *a, enum lang lang, struct str prefix, struct str name)
{
	struct str key = arena_fmt(a, "%.*s%.*s", STR_ARG(prefix), STR_ARG(name));

	return message_find(key) != NULL ? message_text(a, lang, key) : name;
}

void
message_err(struct buf *out, enum lang lang, const struct err *e)
{
	struct str args[ERR_ARGS];
	size_t count = 0;

	for (size_t i = 0; i < ERR_ARGS; i++) {
		args[i] = str_of(e->arg[i]);
		if (args[i].n > 0)
			count = i + 1;
	}
	message_put(out, lang, str_of(e->key), args, count);
}
