#include "face/site/site_serve.h"

#include <stdlib.h>

#include "domain/count/board.h"
#include "face/site/site.h"
#include "face/site/site_cache.h"
#include "face/site/site_report.h"

struct site_server {
	struct arena *a;
	struct archive_readers *readers;
	struct site_cache *cache;
	struct site_reports *reports;
	struct str url;
};

struct site_server *
site_server_new(struct archive_readers *readers, struct str url)
{
	struct arena *a = arena_new();
	struct site_server *s = ARENA_NEW(a, struct site_server);

	s->a = a;
	s->readers = readers;
	s->cache = site_cache_new();
	s->reports = site_reports_new(readers);
	s->url = arena_str(a, url);
	return s;
}

void
site_server_free(struct site_server *s)
{
	if (s == NULL)
		return;
	site_cache_free(s->cache);
	site_reports_free(s->reports);
	arena_free(s->a);
}

/* A drawing that stands alone brings its own style with it, and nothing runs in it. */
static struct str
policy_of(struct str type)
{
	return str_starts(type, STR("image/svg+xml"))
	    ? STR("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
		  "form-action 'none'; frame-ancestors 'none'")
	    : STR("default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
		  "img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
		  "require-trusted-types-for 'script'; trusted-types 'none'");
}

static struct http_page *
page_of(int status, const struct site_answer *answer, bool for_ever)
{
	return http_page_new(&(struct http_answer){.status = answer->location.n > 0 ? 308 : status,
	    .type = answer->type,
	    .body = buf_str(answer->body),
	    .policy = policy_of(answer->type),
	    .location = answer->location,
	    .cookie = STR(""),
	    .allow = status == 405 ? STR("GET, HEAD") : STR(""),
	    .shared = status == 413 || str_eq(answer->type, SITE_SCRIPT),
	    .keep = status != 200 ? HTTP_KEEP_NEVER
		: for_ever        ? HTTP_KEEP_EVER
				  : HTTP_KEEP_ASK});
}

static struct http_page *
error_page(struct arena *a, struct str url, int status)
{
	struct site bare = {.a = a, .url = url};
	struct site_answer answer = {SITE_HTML, buf_on(a), STR("")};

	site_error_put(&bare, status, answer.body);
	return page_of(status, &answer, false);
}

int
site_kept_of(struct archive_reader *reader, const struct site_kept **out, struct err *e)
{
	if (reader->kept == NULL) {
		struct site_kept *kept = ARENA_NEW(reader->a, struct site_kept);
		if (vocab_load(reader->db, reader->a, &kept->vocab, e) != 0)
			return -1;
		kept->memo = count_memo_new(reader->a);
		reader->kept = kept;
	}
	*out = reader->kept;
	return 0;
}

static int
page_make(struct site_server *server, struct site *s, struct str path, struct site_answer *out,
    struct err *e)
{
	struct archive_reader *reader;
	const struct site_kept *kept;

	if (archive_reader_take(server->readers, &reader, e) != 0)
		return -1;
	int status = site_kept_of(reader, &kept, e);
	if (status == 0) {
		s->db = reader->db;
		s->vocab = &kept->vocab;
		s->memo = kept->memo;
		status = site_ask(s, path, out, e);
	}
	archive_reader_give(server->readers, reader);
	return status;
}

/* What somebody sends instead of asking. */
static struct http_page *
take(struct site_server *server, struct site *s, const struct http_request *request)
{
	struct site_taken taken;

	site_report_take(server->reports, s, request, &taken);
	if (!taken.shared && taken.body->n == 0)
		return error_page(request->a, server->url, taken.status);
	return http_page_new(&(struct http_answer){.status = taken.status,
	    .type = taken.type,
	    .body = buf_str(taken.body),
	    .policy = policy_of(taken.type),
	    .location = STR(""),
	    .cookie = STR(""),
	    .allow = taken.shared ? STR("POST") : STR(""),
	    .shared = taken.shared,
	    .keep = HTTP_KEEP_NEVER});
}

static struct http_page *
answer(void *arg, const struct http_request *request)
{
	struct site_server *server = arg;
	int64_t head = archive_readers_head(server->readers);
	struct site s = {
	    .a = request->a, .url = server->url, .reports = true, .reports_to = STR("")};
	struct site_answer made;
	struct err e;

	if (request->method != HTTP_GET && request->method != HTTP_HEAD)
		return take(server, &s, request);
	struct http_page *page = site_cache_find(server->cache, request->path, head);
	if (page != NULL)
		return page;
	if (page_make(server, &s, request->path, &made, &e) != 0)
		return error_page(request->a, server->url, err_http_status(e.code));
	page = page_of(200, &made, site_file_named_by_digest(request->path));
	if (made.location.n == 0)
		site_cache_keep(server->cache, request->path, head, page);
	return page;
}

static struct http_page *
refuse(void *arg, int status)
{
	struct site_server *server = arg;
	struct arena *a = arena_new();
	struct http_page *page = error_page(a, server->url, status);

	arena_free(a);
	return page;
}

struct http_handler
site_server_handler(struct site_server *s)
{
	return (struct http_handler){s, answer, refuse};
}
