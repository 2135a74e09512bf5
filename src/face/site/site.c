#include "face/site/site.h"

#include <string.h>

#include "face/say/message.h"

#define PART_BYTES 100 /* of what may stand for a {name} */

const struct site_route site_routes[] = {
#define ROUTE(pattern, page) {STR_INIT(pattern), page, NULL, false},
#define WALKED(pattern, page, paths) {STR_INIT(pattern), page, paths, false},
#define SERVED(pattern, page) {STR_INIT(pattern), page, NULL, true},
#include "face/site/routes.def"
#undef ROUTE
#undef WALKED
#undef SERVED
};
const size_t site_route_count = LENGTH(site_routes);

void
site_paths_add(struct site_paths *paths, struct str path)
{
	paths->at =
	    arena_grow(paths->a, paths->at, paths->count, &paths->capacity, sizeof *paths->at);
	paths->at[paths->count++] = arena_str(paths->a, path);
}

void
site_paths_add_langs(struct site_paths *paths, const char *rest)
{
	for (size_t i = 0; i < LANG_COUNT; i++) {
		struct str code = lang_code((enum lang)i);
		site_paths_add(paths, arena_fmt(paths->a, "/%.*s/%s", STR_ARG(code), rest));
	}
}

static bool
part_valid(struct str name, struct str part)
{
	enum lang lang;

	if (str_eq(name, STR("lang")))
		return part.n == 2 && message_lang_of(part, &lang);
	for (size_t i = 0; i < part.n; i++) {
		char ch = part.p[i];
		bool fits = (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') ||
		    (ch >= '0' && ch <= '9') || ch == '-' || ch == '_' || (ch == '.' && i > 0);
		if (!fits)
			return false;
	}
	return part.n > 0 && part.n <= PART_BYTES;
}

/* One {name} with what follows it up to "/": moves pattern and path behind both. */
static bool
part_match(struct str *pattern, struct str *path, struct str *arg)
{
	struct str name = str_sub(*pattern, 1, str_find(*pattern, '}'));
	struct str rest = str_sub(*pattern, name.n + 2, pattern->n);
	struct str tail = str_sub(rest, 0, str_find(rest, '/'));
	struct str part = str_sub(*path, 0, str_find(*path, '/'));

	if (!str_ends(part, tail) || !part_valid(name, str_sub(part, 0, part.n - tail.n)))
		return false;
	*arg = str_sub(part, 0, part.n - tail.n);
	*pattern = str_sub(rest, tail.n, rest.n);
	*path = str_sub(*path, part.n, path->n);
	return true;
}

static bool
pattern_match(struct str pattern, struct str path, struct str args[SITE_ARGS])
{
	size_t count = 0;

	while (pattern.n > 0) {
		size_t literal = str_find(pattern, '{');
		if (!str_starts(path, str_sub(pattern, 0, literal)))
			return false;
		path = str_sub(path, literal, path.n);
		pattern = str_sub(pattern, literal, pattern.n);
		if (pattern.n > 0 &&
		    (count == SITE_ARGS || !part_match(&pattern, &path, &args[count++])))
			return false;
	}
	return path.n == 0;
}

static const struct site_route *
route_find(struct str path, struct str args[SITE_ARGS])
{
	for (size_t i = 0; i < site_route_count; i++)
		if (pattern_match(site_routes[i].pattern, path, args))
			return &site_routes[i];
	return NULL;
}

int
site_ask(struct site *s, struct str path, struct site_answer *out, struct err *e)
{
	struct str args[SITE_ARGS];
	const struct site_route *route = route_find(path, args);
	struct str folder = arena_fmt(s->a, "%.*s/", STR_ARG(path));

	*out = (struct site_answer){.type = SITE_HTML, .body = buf_on(s->a), .location = STR("")};
	if (route != NULL)
		return route->page(s, args, out, e);
	if (path.n == 0 || route_find(folder, args) == NULL)
		return err_fail(e, ERR_NOTFOUND, STR("site.none"));
	out->location = folder;
	return 0;
}

int
site_walk(struct site *s, struct site_paths *out, struct err *e)
{
	*out = (struct site_paths){.a = s->a};
	for (size_t i = 0; i < site_route_count; i++) {
		if (site_routes[i].served)
			continue;
		if (site_routes[i].paths == NULL)
			site_paths_add(out, site_routes[i].pattern);
		else if (site_routes[i].paths(s, out, e) != 0)
			return -1;
	}
	return 0;
}

enum lang
site_lang(struct str arg)
{
	enum lang lang = LANG_EN;

	(void)message_lang_of(arg, &lang);
	return lang;
}

struct str
site_address(const struct site *s, struct str path)
{
	return arena_fmt(s->a, "%.*s%.*s", STR_ARG(s->url), STR_ARG(path));
}

struct tpl
site_writer(enum lang lang, struct buf *out)
{
	return (struct tpl){.out = out, .lang = lang, .say = message_put};
}
