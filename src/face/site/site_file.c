/* Files that are part of the program: the style sheet, the icon. */
#include <assert.h>
#include <pthread.h>

#include "face/site/site.h"
#include "face/site/site_files.h"
#include "kit/seal/digest.h"

#define DIGEST_DIGITS 12
#define STYLE_PATH_BYTES 32

static struct str
file_of(struct str name)
{
	size_t i = 0;

	while (i < SITE_FILES_COUNT && !str_eq(site_files[i].name, name))
		i++;
	assert(i < SITE_FILES_COUNT);
	return site_files[i].bytes;
}

static char style_path[STYLE_PATH_BYTES];

static void
style_path_make(void)
{
	struct str style = file_of(STR("style.css"));
	uint8_t digest[DIGEST_BYTES];
	struct buf path = BUF_INIT;

	digest_of(style.p, style.n, digest);
	buf_put(&path, STR("/style."));
	for (size_t i = 0; i < DIGEST_DIGITS / 2; i++)
		buf_fmt(&path, "%02x", digest[i]);
	buf_put(&path, STR(".css"));
	assert(path.n < sizeof style_path);
	for (size_t i = 0; i < path.n; i++)
		style_path[i] = path.p[i];
	buf_free(&path);
}

struct str
site_style_path(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, style_path_make);
	return str_of(style_path);
}

/* An older digest is not served: what it named may be gone. */
int
site_style(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	struct str path = arena_fmt(s->a, "/style.%.*s.css", STR_ARG(args[0]));

	if (!str_eq(path, site_style_path()))
		return err_fail(e, ERR_NOTFOUND, STR("site.none"));
	out->type = STR("text/css; charset=utf-8");
	buf_put(out->body, file_of(STR("style.css")));
	return 0;
}

int
site_style_paths(struct site *s, struct site_paths *out, struct err *e)
{
	(void)s;
	(void)e;
	site_paths_add(out, site_style_path());
	return 0;
}

int
site_icon(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	(void)s;
	(void)args;
	(void)e;
	out->type = STR("image/svg+xml");
	buf_put(out->body, file_of(STR("icon.svg")));
	return 0;
}
