#include "face/desk/desk.h"

#include "desk_tpl.h"
#include "face/desk/desk_page.h"
#include "face/desk/desk_renew.h"
#include "face/say/message.h"
#include "face/site/site.h"
#include "face/site/site_serve.h"
#include "kit/os/clock.h"

#define COOKIE STR("guvoh")
#define POLICY                                                                                     \
	STR("default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "            \
	    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "                        \
	    "require-trusted-types-for 'script'; trusted-types 'none'")

struct desk {
	struct arena *a;
	struct archive_readers *readers;
	struct desk_sessions *sessions;
	struct desk_renew *renew;
	struct desk_settings settings;
};

const struct desk_route desk_routes[] = {
#define ROUTE(method, path, need, page) {HTTP_##method, STR_INIT(path), DESK_##need, page},
#include "face/desk/routes.def"
#undef ROUTE
};
const size_t desk_route_count = LENGTH(desk_routes);

struct desk *
desk_new(struct archive_readers *readers, const struct desk_settings *settings)
{
	struct arena *a = arena_new();
	struct desk *d = ARENA_NEW(a, struct desk);

	*d = (struct desk){
	    a, readers, desk_sessions_new(), desk_renew_new(readers, settings->lang), *settings};
	return d;
}

void
desk_free(struct desk *d)
{
	if (d == NULL)
		return;
	desk_renew_free(d->renew);
	desk_sessions_free(d->sessions);
	arena_free(d->a);
}

void
desk_code(struct desk *d, char room[DESK_CODE_BYTES + 1])
{
	desk_session_code(d->sessions, room);
}

struct tpl
desk_writer(const struct desk_ask *ask, struct buf *out)
{
	return site_writer(ask->lang, out);
}

struct str
desk_text(const struct desk_ask *ask, struct str key)
{
	return message_text(ask->a, ask->lang, key);
}

struct str
desk_problem(const struct desk_ask *ask, const struct err *problem, struct desk_answer *out)
{
	struct buf *words = buf_on(ask->a);

	if (problem == NULL)
		return STR("");
	message_err(words, ask->lang, problem);
	out->status = err_http_status(problem->code);
	return buf_str(words);
}

static struct http_page *
page_of(struct desk_ask *ask, const struct desk_answer *answer)
{
	struct buf *whole = answer->body;

	if (answer->title.n > 0) {
		struct tpl t = desk_writer(ask, buf_on(ask->a));
		desk_around(&t, answer->title, ask->token.n > 0, answer->script,
		    (struct html){buf_str(answer->body)});
		whole = t.out;
	}
	return http_page_new(&(struct http_answer){
	    .status = answer->location.n > 0 ? 303 : answer->status,
	    .type = answer->type,
	    .body = buf_str(whole),
	    .policy = POLICY,
	    .location = answer->location,
	    .cookie = answer->cookie,
	    .allow = answer->status == 405 ? STR("GET, HEAD, POST") : STR(""),
	    .keep = HTTP_KEEP_NEVER,
	});
}

static struct desk_answer
answer_begin(struct arena *a)
{
	return (struct desk_answer){.status = 200,
	    .title = STR(""),
	    .type = SITE_HTML,
	    .body = buf_on(a),
	    .location = STR(""),
	    .cookie = STR("")};
}

/* What went wrong, as a sentence: whoever reads it came in, or learns nothing of an archive. */
static struct http_page *
failure_page(struct desk_ask *ask, int status, const struct err *e)
{
	struct desk_answer answer = answer_begin(ask->a);
	struct buf *words = buf_on(ask->a);
	struct tpl t = desk_writer(ask, answer.body);

	if (e != NULL)
		message_err(words, ask->lang, e);
	else
		buf_put(words, desk_text(ask, STR("desk.failed.asked")));
	answer.status = status;
	answer.title = desk_text(ask, STR("desk.failed.title"));
	desk_failed(&t, answer.title, buf_str(words));
	return page_of(ask, &answer);
}

/* The style sheet of the public pages has the tokens of the desk's too. */
static bool
file_put(struct desk_ask *ask, struct str path, struct desk_answer *out)
{
	struct site site = {.a = ask->a, .url = STR("")};
	struct site_answer answer;
	struct err e;

	if ((!str_eq(path, site_style_path()) && !str_eq(path, STR("/icon.svg"))) ||
	    site_ask(&site, path, &answer, &e) != 0)
		return false;
	out->type = answer.type;
	buf_put(out->body, buf_str(answer.body));
	return true;
}

static int
archive_lend(struct archive_reader *reader, struct desk_ask *ask, struct err *e)
{
	const struct site_kept *kept;

	if (site_kept_of(reader, &kept, e) != 0)
		return -1;
	ask->db = reader->db;
	ask->vocab = &kept->vocab;
	ask->memo = kept->memo;
	return 0;
}

int
desk_lend(struct desk_ask *ask, struct archive_reader **out, struct err *e)
{
	if (archive_reader_take(ask->readers, out, e) != 0)
		return -1;
	int status = archive_lend(*out, ask, e);
	if (status != 0)
		archive_reader_give(ask->readers, *out);
	return status;
}

static int
route_run(
    const struct desk_route *route, struct desk_ask *ask, struct desk_answer *out, struct err *e)
{
	struct archive_reader *reader;

	if (route->need != DESK_OPEN && ask->token.n == 0) {
		out->location = STR("/enter");
		return 0;
	}
	if (route->need != DESK_ARCHIVE)
		return route->page(ask, out, e);
	if (desk_lend(ask, &reader, e) != 0)
		return -1;
	int status = route->page(ask, out, e);
	archive_reader_give(ask->readers, reader);
	return status;
}

/* *known: there is such a path, if not with this method. */
static const struct desk_route *
route_find(const struct http_request *request, bool *known)
{
	enum http_method method = request->method == HTTP_HEAD ? HTTP_GET : request->method;

	*known = false;
	for (size_t i = 0; i < desk_route_count; i++) {
		if (!str_eq(desk_routes[i].path, request->path))
			continue;
		*known = true;
		if (desk_routes[i].method == method)
			return &desk_routes[i];
	}
	return NULL;
}

static struct desk_ask
ask_begin(struct desk *d, const struct http_request *request)
{
	struct str token = http_cookie(request->cookie, COOKIE);
	bool known = desk_session_known(d->sessions, token, clock_monotonic());

	return (struct desk_ask){.a = request->a,
	    .request = request,
	    .sessions = d->sessions,
	    .lang = d->settings.lang,
	    .token = known ? token : STR(""),
	    .entries = archive_readers_entries(d->readers),
	    .by = d->settings.by,
	    .site = d->settings.site,
	    .readers = d->readers,
	    .renew = d->renew};
}

static struct http_page *
answer(void *arg, const struct http_request *request)
{
	struct desk *d = arg;
	struct desk_ask ask = ask_begin(d, request);
	struct desk_answer out = answer_begin(ask.a);
	bool known;
	const struct desk_route *route = route_find(request, &known);
	struct err e;

	if (route == NULL && file_put(&ask, request->path, &out))
		return page_of(&ask, &out);
	if (route == NULL)
		return failure_page(&ask, known ? 405 : 404, NULL);
	if (route_run(route, &ask, &out, &e) != 0)
		return failure_page(&ask, err_http_status(e.code), &e);
	return page_of(&ask, &out);
}

static struct http_page *
refuse(void *arg, int status)
{
	struct desk *d = arg;
	struct arena *a = arena_new();
	struct desk_ask ask = {.a = a, .lang = d->settings.lang, .token = STR("")};
	struct http_page *page = failure_page(&ask, status, NULL);

	arena_free(a);
	return page;
}

struct http_handler
desk_handler(struct desk *d)
{
	return (struct http_handler){d, answer, refuse};
}
