/*
 * embed: puts files into the program as a table of bytes.
 *
 * embed OUT.c OUT.h SYMBOL PREFIX FILE...
 *
 * Declares in OUT.h, for the files in the order given,
 *	extern const struct embed SYMBOL[];	{name, bytes}, NUL-ended
 *	#define SYMBOL_COUNT n			in capitals
 * A name is what follows the last PREFIX in the file's path.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

_Noreturn static void
fail(const char *path, const char *what)
{
	fprintf(stderr, "%s:1: %s\n", path, what);
	exit(1);
}

static void
file_read(const char *path, struct buf *to)
{
	FILE *f = fopen(path, "rb");
	if (f == NULL)
		fail(path, "cannot be read");
	size_t n;
	while ((n = fread(buf_room(to, 65536), 1, 65536, f)) > 0)
		buf_added(to, n);
	if (ferror(f))
		fail(path, "cannot be read");
	fclose(f);
}

static void
file_write(const char *path, const struct buf *b)
{
	FILE *f = fopen(path, "wb");
	if (f == NULL)
		fail(path, "cannot be written");
	bool whole = fwrite(b->p, 1, b->n, f) == b->n;
	if (fclose(f) != 0 || !whole)
		fail(path, "cannot be written");
}

static struct str
name_of(struct str path, struct str prefix)
{
	struct str name = path;
	for (size_t i; prefix.n > 0 && (i = str_search(name, prefix)) < name.n;)
		name = str_sub(name, i + prefix.n, name.n);
	for (size_t i = 0; i < name.n; i++)
		if (name.p[i] == '"' || name.p[i] == '\\' || name.p[i] < ' ' || name.p[i] > '~')
			fail(path.p, "the name has a character that is not allowed here");
	return name;
}

static void
put_header(struct buf *b, struct str symbol, int count)
{
	struct buf capitals = BUF_INIT;
	for (size_t i = 0; i < symbol.n; i++)
		buf_putc(&capitals,
		    (char)(symbol.p[i] >= 'a' && symbol.p[i] <= 'z' ? symbol.p[i] - 'a' + 'A'
								    : symbol.p[i]));
	buf_fmt(b,
	    "/* %s: files that are part of the program; made by embed. */\n"
	    "#ifndef GUVOH_%s_H\n#define GUVOH_%s_H\n\n#include \"base/str.h\"\n\n"
	    "#ifndef GUVOH_EMBED\n#define GUVOH_EMBED\n"
	    "struct embed {\n\tstruct str name, bytes; /* a NUL follows bytes */\n};\n#endif\n\n"
	    "#define %s_COUNT %d\nextern const struct embed %s[%d];\n\n#endif\n",
	    symbol.p, capitals.p, capitals.p, capitals.p, count, symbol.p, count);
	buf_free(&capitals);
}

static void
put_bytes(struct buf *b, int number, const struct buf *bytes)
{
	buf_fmt(b, "\nstatic const unsigned char file%d[] = {", number);
	for (size_t i = 0; i <= bytes->n; i++) /* the NUL too */
		buf_fmt(b, "%s%u,", i % 24 == 0 ? "\n    " : "", (unsigned char)bytes->p[i]);
	buf_put(b, STR("\n};\n"));
}

int
main(int argc, char **argv)
{
	if (argc < 6) {
		fputs("usage: embed OUT.c OUT.h SYMBOL PREFIX FILE...\n", stderr);
		return 2;
	}
	struct str symbol = str_of(argv[3]), prefix = str_of(argv[4]), out = str_of(argv[2]);
	size_t folder = out.n;
	while (folder > 0 && out.p[folder - 1] != '/')
		folder--;
	struct buf header = BUF_INIT, code = BUF_INIT, rows = BUF_INIT;
	put_header(&header, symbol, argc - 5);
	buf_fmt(&code, "/* Made by embed. */\n#include \"%s\"\n", out.p + folder);
	for (int i = 5; i < argc; i++) {
		struct buf bytes = BUF_INIT;
		struct str name = name_of(str_of(argv[i]), prefix);
		file_read(argv[i], &bytes);
		put_bytes(&code, i - 5, &bytes);
		buf_fmt(&rows,
		    "    {{\"%.*s\", %zu}, {(const char *)file%d, sizeof file%d - 1}},\n",
		    STR_ARG(name), name.n, i - 5, i - 5);
		buf_free(&bytes);
	}
	buf_fmt(&code, "\nconst struct embed %s[%d] = {\n%s};\n", symbol.p, argc - 5, rows.p);
	file_write(argv[1], &code);
	file_write(argv[2], &header);
	buf_free(&header);
	buf_free(&code);
	buf_free(&rows);
	return 0;
}
