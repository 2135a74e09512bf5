/* Files that are part of the program: the style sheet, the icon, the script of a reader's report.
 */
#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/json.h"
#include "face/site/site.h"
#include "face/site/site_files.h"
#include "kit/seal/armor.h"
#include "kit/seal/digest.h"

#define DIGEST_DIGITS 12
#define PATH_BYTES 32

static struct str
file_of(struct str name)
{
	size_t i = 0;

	while (i < SITE_FILES_COUNT && !str_eq(site_files[i].name, name))
		i++;
	assert(i < SITE_FILES_COUNT);
	return site_files[i].bytes;
}

static char style_path[PATH_BYTES];
static struct {
	struct str lang;
	char path[PATH_BYTES];
} scripts[] = {{.lang = STR_INIT("en")}, {.lang = STR_INIT("ru")}, {.lang = STR_INIT("kk")},
    {.lang = STR_INIT("ky")}, {.lang = STR_INIT("tg")}, {.lang = STR_INIT("uz")}};

/* The path of a file whose name holds the digest of its bytes. */
static void
path_make(char room[PATH_BYTES], struct str before, struct str bytes, struct str after)
{
	uint8_t digest[DIGEST_BYTES];
	struct buf path = BUF_INIT;

	digest_of(bytes.p, bytes.n, digest);
	buf_put(&path, before);
	armor_hex(&path, digest, DIGEST_DIGITS / 2);
	buf_put(&path, after);
	assert(path.n < PATH_BYTES);
	memcpy(room, path.p, path.n + 1);
	buf_free(&path);
}

/* The words of the script in a language that assets/report_words.csv has. */
static struct json *
script_words(struct arena *a, struct str lang)
{
	struct json *words = json_object(a);
	struct csv table;
	struct err e;

	if (csv_read(a, file_of(STR("report_words.csv")), &table, &e) != 0)
		abort();
	for (size_t i = 0; i < table.count; i++)
		json_set_str(words, csv_field(&table, i, csv_column(&table, STR("key"))),
		    csv_field(&table, i, csv_column(&table, lang)));
	return words;
}

/* "(the file)(words, document.currentScript);" */
static void
script_put(struct arena *a, struct str lang, struct buf *out)
{
	buf_put(out, STR("("));
	buf_put(out, str_trim(file_of(STR("report.js"))));
	buf_put(out, STR(")("));
	json_write(out, script_words(a, lang));
	buf_put(out, STR(", document.currentScript);\n"));
}

static void
paths_make(void)
{
	struct arena *a = arena_new();

	path_make(style_path, STR("/style."), file_of(STR("style.css")), STR(".css"));
	for (size_t i = 0; i < LENGTH(scripts); i++) {
		struct buf *script = buf_on(a);
		script_put(a, scripts[i].lang, script);
		path_make(scripts[i].path, arena_fmt(a, "/report.%.*s.", STR_ARG(scripts[i].lang)),
		    buf_str(script), STR(".js"));
	}
	arena_free(a);
}

static void
paths_need(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, paths_make);
}

struct str
site_style_path(void)
{
	paths_need();
	return str_of(style_path);
}

struct str
site_script_path(enum lang lang)
{
	paths_need();
	for (size_t i = 0; i < LENGTH(scripts); i++)
		if (str_eq(scripts[i].lang, lang_code(lang)))
			return str_of(scripts[i].path);
	return STR("");
}

bool
site_file_named_by_digest(struct str path)
{
	bool found = str_eq(path, site_style_path());

	for (size_t i = 0; i < LENGTH(scripts); i++)
		found = found || str_eq(path, str_of(scripts[i].path));
	return found;
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
site_script(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	struct str path = arena_fmt(s->a, "/report.%.*s.js", STR_ARG(args[0]));

	paths_need();
	for (size_t i = 0; i < LENGTH(scripts); i++)
		if (str_eq(path, str_of(scripts[i].path))) {
			out->type = SITE_SCRIPT;
			script_put(s->a, scripts[i].lang, out->body);
			return 0;
		}
	return err_fail(e, ERR_NOTFOUND, STR("site.none"));
}

int
site_script_paths(struct site *s, struct site_paths *out, struct err *e)
{
	(void)e;
	paths_need();
	for (size_t i = 0; s->reports && i < LENGTH(scripts); i++)
		site_paths_add(out, str_of(scripts[i].path));
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
