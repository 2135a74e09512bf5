/*
 * msgc: compiles the .msg files of locale/, the sentences of the program in all its
 * languages, to one C table sorted by key, or refuses with file and line.
 * The format and its rules stand in locale/README.md.
 *
 *	msgc --table OUT.c FILE.msg...
 *	msgc --keys FILE.msg...         the keys, one a line
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"

#define LANGS 3
#define ARGS_MAX 6      /* {0} to {5} */
#define FORM_END '\x1f' /* stands between plural forms in the table */

static const struct {
	struct str name;
	size_t forms; /* of a sentence that counts: 1, or as many as the plural rule has */
} langs[LANGS] = {{STR_INIT("en"), 2}, {STR_INIT("ru"), 3}, {STR_INIT("kk"), 2}};

struct message {
	struct str key, text[LANGS];
	bool unreviewed;
	const char *file;
	size_t line;
};

struct catalogue {
	struct arena *a;
	struct message *list;
	size_t count, capacity;
	const char *file; /* being read */
	size_t line;
	bool unreviewed; /* all of the file */
	bool failed;
};

static void
refuse(struct catalogue *c, size_t line, const char *what, struct str name)
{
	fprintf(stderr, "%s:%zu: %s%.*s\n", c->file, line, what, STR_ARG(name));
	c->failed = true;
}

static bool
key_valid(struct str key)
{
	if (key.n == 0 || str_find(key, '.') == key.n)
		return false;
	for (size_t i = 0; i < key.n; i++) {
		char ch = key.p[i];
		bool fits = (ch >= 'a' && ch <= 'z') || (ch >= '0' && ch <= '9') || ch == '.' ||
		    ch == '_' || ch == '-';
		if (!fits)
			return false;
	}
	return true;
}

static void
key_begin(struct catalogue *c, struct str line)
{
	struct str key = str_trim(str_sub(line, 1, line.n - 1));

	if (line.p[line.n - 1] != ']' || !key_valid(key)) {
		refuse(c, c->line, "a key is [room.what] of a-z 0-9 . _ -, not ", line);
		return;
	}
	c->list = arena_grow(c->a, c->list, c->count, &c->capacity, sizeof(*c->list));
	c->list[c->count++] = (struct message){.key = arena_str(c->a, key),
	    .unreviewed = c->unreviewed,
	    .file = c->file,
	    .line = c->line};
}

/* The text as the table holds it: "\n" is a line end, "|" parts plural forms, "\|" and "\\" stand
 * for themselves. */
static struct str
text_unescape(struct catalogue *c, struct str raw)
{
	struct buf *b = buf_on(c->a);

	for (size_t i = 0; i < raw.n; i++) {
		char ch = raw.p[i];
		if (ch == '|') {
			buf_putc(b, FORM_END);
		} else if (ch != '\\') {
			buf_putc(b, ch);
		} else if (i + 1 < raw.n && strchr("n|\\", raw.p[i + 1]) != NULL) {
			i++;
			buf_putc(b, (char)(raw.p[i] == 'n' ? '\n' : raw.p[i]));
		} else {
			refuse(c, c->line, "after \\ stands n, | or \\ in: ", raw);
		}
	}
	return buf_str(b);
}

static void
member_read(struct catalogue *c, struct str line)
{
	struct str rest = line;
	struct str name = str_trim(str_cut(&rest, '='));
	struct str value = str_trim(rest);

	bool review = str_eq(name, STR("review")) && str_eq(value, STR("no"));
	if (c->count == 0 || c->list[c->count - 1].file != c->file) {
		c->unreviewed = review;
		if (!review)
			refuse(c, c->line, "a line before the first [key]: ", line);
		return;
	}
	struct message *m = &c->list[c->count - 1];
	if (review) {
		m->unreviewed = true;
		return;
	}
	for (size_t i = 0; i < LANGS; i++) {
		if (!str_eq(name, langs[i].name))
			continue;
		if (m->text[i].p != NULL)
			refuse(c, c->line, "the language stands twice: ", name);
		else if (value.n == 0)
			refuse(c, c->line, "no text for ", name);
		else
			m->text[i] = text_unescape(c, value);
		return;
	}
	refuse(c, c->line, "expected en, ru, kk = text, or review = no, not: ", line);
}

static void
file_read(struct catalogue *c, const char *name)
{
	struct buf text = BUF_INIT;
	FILE *f = fopen(name, "r");

	c->file = name;
	c->line = 0;
	c->unreviewed = false;
	if (f == NULL) {
		refuse(c, 0, "cannot be opened", STR(""));
		return;
	}
	for (size_t n = 1; n > 0;) {
		n = fread(buf_room(&text, 65536), 1, 65536, f);
		buf_added(&text, n);
	}
	if (ferror(f) != 0)
		refuse(c, 0, "cannot be read", STR(""));
	fclose(f);
	for (struct str rest = buf_str(&text); rest.n > 0;) {
		struct str line = str_trim(str_cut(&rest, '\n'));
		c->line++;
		if (!utf8_valid(line))
			refuse(c, c->line, "not UTF-8", STR(""));
		else if (line.n > 0 && line.p[0] == '[')
			key_begin(c, line);
		else if (line.n > 0 && line.p[0] != '#')
			member_read(c, line);
	}
	buf_free(&text);
}

/* The set of {n} and {n#} in text, one bit each. Any other "{" stands for itself. */
static unsigned
args_of(struct catalogue *c, const struct message *m, struct str text)
{
	unsigned set = 0;

	for (size_t i = 0; i + 2 < text.n; i++) {
		struct str behind = str_sub(text, i + 2, text.n);
		bool number = str_starts(behind, STR("#}"));
		if (text.p[i] != '{' || !(number || str_starts(behind, STR("}"))))
			continue;
		int arg = text.p[i + 1] - '0';
		if (arg < 0 || arg >= ARGS_MAX)
			refuse(c, m->line, "only {0} to {5} can be filled in, not ",
			    str_sub(text, i, i + (number ? 4 : 3)));
		else
			set |= 1u << arg;
	}
	return set;
}

static void
text_check(struct catalogue *c, const struct message *m, size_t lang, unsigned *common)
{
	struct str rest = m->text[lang];
	size_t forms = 0;
	unsigned all = 0;

	do {
		struct str form = str_cut(&rest, FORM_END);
		if (str_trim(form).n == 0)
			refuse(c, m->line, "an empty plural form in ", m->key);
		all |= args_of(c, m, form);
		forms++;
	} while (rest.n > 0);
	if (forms != 1 && forms != langs[lang].forms)
		refuse(
		    c, m->line, "not as many plural forms as the language has: ", langs[lang].name);
	if (forms != 1 && (all & 1) == 0)
		refuse(c, m->line, "plural forms, but no {0} to choose by: ", m->key);
	if (lang == 0)
		*common = all;
	else if (all != *common)
		refuse(c, m->line, "not the same {n} as in en: ", langs[lang].name);
}

static int
message_order(const void *a, const void *b)
{
	const struct message *x = a, *y = b;
	int order = str_cmp(x->key, y->key);

	return order != 0 ? order : (x->line > y->line) - (x->line < y->line);
}

static void
catalogue_check(struct catalogue *c)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct message *m = &c->list[i];
		unsigned common = 0;

		c->file = m->file;
		for (size_t lang = 0; lang < LANGS; lang++) {
			if (m->text[lang].p == NULL)
				refuse(c, m->line, "no text in ", langs[lang].name);
			else
				text_check(c, m, lang, &common);
		}
		if (i > 0 && str_eq(m->key, c->list[i - 1].key)) {
			const struct message *first = &c->list[i - 1];
			struct str where = arena_fmt(
			    c->a, "%.*s, see %s:%zu", STR_ARG(m->key), first->file, first->line);
			refuse(c, m->line, "the key stands twice: ", where);
		}
	}
}

static void
literal_put(FILE *f, struct str text)
{
	fputs("STR_INIT(\"", f);
	for (size_t i = 0; i < text.n; i++) {
		unsigned char ch = (unsigned char)text.p[i];
		if (ch < 0x20 || ch == '"' || ch == '\\' || ch == '?')
			fprintf(f, "\\%03o", ch);
		else
			fputc(ch, f);
	}
	fputs("\")", f);
}

static void
table_put(FILE *f, const struct catalogue *c)
{
	fputs("/* Made by tools/msgc.c from locale/. */\n#include \"face/say/message.h\"\n\n", f);
	fputs("const struct message message_table[] = {\n", f);
	for (size_t i = 0; i < c->count; i++) {
		const struct message *m = &c->list[i];
		fputs("\t{", f);
		literal_put(f, m->key);
		fputs(", {", f);
		for (size_t lang = 0; lang < LANGS; lang++) {
			literal_put(f, m->text[lang]);
			fputs(lang + 1 < LANGS ? ",\n\t    " : "}},\n", f);
		}
	}
	fprintf(f, "};\nconst size_t message_count = %zu;\n", c->count);
}

static int
table_write(const char *name, const struct catalogue *c)
{
	FILE *f = fopen(name, "w");

	if (f == NULL) {
		fprintf(stderr, "msgc: \"%s\" cannot be written\n", name);
		return 1;
	}
	table_put(f, c);
	bool failed = ferror(f) != 0;
	failed = fclose(f) != 0 || failed;
	if (failed)
		fprintf(stderr, "msgc: \"%s\" was not written in full\n", name);
	return failed;
}

static void
keys_print(const struct catalogue *c)
{
	for (size_t i = 0; i < c->count; i++)
		printf("%.*s%s\n", STR_ARG(c->list[i].key),
		    c->list[i].unreviewed ? " (not reviewed by a speaker)" : "");
}

int
main(int argc, char **argv)
{
	bool keys = argc >= 2 && strcmp(argv[1], "--keys") == 0;
	int first = keys ? 2 : 3;

	if (argc <= first || (!keys && strcmp(argv[1], "--table") != 0)) {
		fputs("usage: msgc --table OUT.c FILE.msg... | msgc --keys FILE.msg...\n", stderr);
		return 2;
	}
	struct catalogue c = {.a = arena_new()};
	for (int i = first; i < argc; i++)
		file_read(&c, argv[i]);
	if (c.count > 0)
		qsort(c.list, c.count, sizeof(*c.list), message_order);
	catalogue_check(&c);
	int status = c.failed ? 2 : 0;
	if (!c.failed && keys)
		keys_print(&c);
	else if (!c.failed)
		status = table_write(argv[2], &c);
	arena_free(c.a);
	return status;
}
