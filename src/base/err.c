#include "base/err.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

/* What a sentence can quote: no character that breaks a line, steers a terminal or turns writing.
 */
static uint32_t
harmless(uint32_t c)
{
	if (c == '\t' || c == '\n' || c == '\r')
		return ' ';
	if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x2028 && c <= 0x202E) ||
	    (c >= 0x2066 && c <= 0x2069))
		return UTF8_REPLACEMENT;
	return c;
}

static void
copy_text(char *room, size_t size, struct str s)
{
	size_t n = 0, before_dots = 0;

	for (size_t at = 0; at < s.n;) {
		char c[4];
		size_t width = utf8_put(c, harmless(utf8_next(s, &at)));

		if (n + width >= size) {
			memcpy(room + before_dots, "...", 4);
			return;
		}
		memcpy(room + n, c, width);
		n += width;
		if (n + 4 <= size)
			before_dots = n;
	}
	room[n] = '\0';
}

void
err_set(struct err *e, enum err_code code, const char *file, int line,
    const struct str text[ERR_ARGS + 2])
{
	assert(code != ERR_NONE && text[0].p != NULL && text[ERR_ARGS + 1].p == NULL);
	assert(text[0].n < sizeof(e->key));
	memset(e, 0, sizeof(*e));
	e->code = code;
	e->file = file;
	e->line = line;
	copy_text(e->key, sizeof(e->key), text[0]);
	for (int i = 0; i < ERR_ARGS && text[i + 1].p != NULL; i++)
		copy_text(e->arg[i], sizeof(e->arg[i]), text[i + 1]);
}

int
err_exit_status(enum err_code code)
{
	switch (code) {
	case ERR_NONE:
		return 0;
#define X(name, exit_status, http_status, meaning)                                                 \
	case ERR_##name:                                                                           \
		return exit_status;
		ERR_CODES(X)
#undef X
	}
	return err_exit_status(ERR_BUG);
}

int
err_http_status(enum err_code code)
{
	switch (code) {
	case ERR_NONE:
		return 200;
#define X(name, exit_status, http_status, meaning)                                                 \
	case ERR_##name:                                                                           \
		return http_status;
		ERR_CODES(X)
#undef X
	}
	return err_http_status(ERR_BUG);
}
