#include "base/err.h"

#include <assert.h>
#include <string.h>

static void
copy_text(char *room, size_t size, struct str s)
{
	size_t n = s.n;

	if (n >= size) {
		n = size - 4;
		/* Not in the middle of a UTF-8 character. */
		while (n > 0 && ((unsigned char)s.p[n] & 0xC0) == 0x80)
			n--;
		memcpy(room + n, "...", 4);
	} else {
		room[n] = '\0';
	}
	memcpy(room, s.p, n);
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
