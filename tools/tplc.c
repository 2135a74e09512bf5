/*
 * tplc: compiles the templates of a room to C functions that write pages.
 *
 * tplc OUT.h OUT.c FILE...
 *
 * A mistake in a template is one line "file:line: what" and exit status 1; then nothing
 * is written. src/kit/tpl/README.md has the rules.
 */
#include "tplc.h"

#include <stdio.h>

static struct str
base_name(const char *path)
{
	struct str name = str_of(path);

	while (str_find(name, '/') < name.n)
		(void)str_cut(&name, '/');
	return name;
}

static bool
file_read(const char *path, struct buf *to)
{
	FILE *f = fopen(path, "rb");
	size_t n;

	if (f == NULL)
		return false;
	while ((n = fread(buf_room(to, 65536), 1, 65536, f)) > 0)
		buf_added(to, n);
	bool whole = ferror(f) == 0;
	fclose(f);
	return whole;
}

static bool
file_write(const char *path, const struct buf *b)
{
	FILE *f = fopen(path, "wb");

	if (f == NULL)
		return false;
	bool whole = fwrite(b->p, 1, b->n, f) == b->n;
	return fclose(f) == 0 && whole;
}

static bool
read_all(struct tplc *c, char *const *paths, int count)
{
	for (int i = 0; i < count; i++) {
		struct buf *text = buf_on(c->a);
		if (!file_read(paths[i], text)) {
			c->path = paths[i];
			c->line = 1;
			return tplc_refuse(c, "cannot be read", STR(""));
		}
		if (!tplc_file(c, paths[i], buf_str(text)))
			return false;
	}
	return tplc_finish(c);
}

static bool
write_all(const struct tplc *c, const char *header_path, const char *code_path)
{
	struct buf *header = buf_on(c->a), *code = buf_on(c->a), *guard = buf_on(c->a);
	struct str name = base_name(header_path);

	for (size_t i = 0; i < name.n; i++)
		buf_putc(
		    guard, name.p[i] >= 'a' && name.p[i] <= 'z' ? (char)(name.p[i] - 32) : '_');
	buf_fmt(header,
	    "/* Made by tplc from templates/. */\n#ifndef GUVOH_%s\n#define GUVOH_%s\n\n%s"
	    "#include \"kit/tpl/tpl.h\"\n\n%s\n#endif\n",
	    guard->p, guard->p, c->uses->p, c->declarations->p);
	buf_fmt(
	    code, "/* Made by tplc from templates/. */\n#include \"%s\"\n%s", name.p, c->code->p);
	return file_write(header_path, header) && file_write(code_path, code);
}

int
main(int argc, char **argv)
{
	if (argc < 4) {
		fputs("usage: tplc OUT.h OUT.c FILE...\n", stderr);
		return 2;
	}
	struct tplc c = tplc_begin(arena_new());
	bool done = read_all(&c, argv + 3, argc - 3);
	if (!done && c.about.n > 0)
		fprintf(stderr, "%s:%zu: %s: %.*s\n", c.path, c.line, c.wrong, STR_ARG(c.about));
	else if (!done)
		fprintf(stderr, "%s:%zu: %s\n", c.path, c.line, c.wrong);
	if (done && !write_all(&c, argv[1], argv[2])) {
		fprintf(stderr, "%s:1: cannot be written\n", argv[2]);
		done = false;
	}
	arena_free(c.a);
	return done ? 0 : 1;
}
