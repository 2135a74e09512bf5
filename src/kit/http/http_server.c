#include <assert.h>
#include <microhttpd.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "kit/http/http_form.h"
#include "kit/http/private.h"
#include "kit/os/listen.h"
#include "kit/seal/seal.h"

#define CONNECTIONS 800  /* at once; below the 1,024 descriptors that a process has at least */
#define IDLE_SECONDS 15  /* without a byte in either direction */
#define SLOW_SECONDS 120 /* at one request, when half of the connections are taken */

struct http_server {
	struct MHD_Daemon *daemon;
	struct http_settings settings;
	struct http_handler handler;
	struct http_slow *slow;
	int socket, port;
};

/* One request on its way. */
struct exchange {
	struct http_server *server;
	struct http_request request;
	struct str target; /* path and query as sent */
	struct buf *body;
	bool begun;
};

static struct str
sent(struct MHD_Connection *from, const char *name)
{
	return str_of(MHD_lookup_connection_value(from, MHD_HEADER_KIND, name));
}

/* The request line has been read; what this gives comes back with every call for the request. */
static void *
on_target(void *arg, const char *target, struct MHD_Connection *from)
{
	struct arena *a = arena_new();
	struct exchange *x = ARENA_NEW(a, struct exchange);

	(void)from;
	x->server = arg;
	x->request.a = a;
	x->target = arena_str(a, str_of(target));
	return x;
}

static void
on_completed(
    void *arg, struct MHD_Connection *from, void **state, enum MHD_RequestTerminationCode how)
{
	struct http_server *server = arg;
	struct exchange *x = *state;
	const union MHD_ConnectionInfo *place =
	    MHD_get_connection_info(from, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

	(void)how;
	if (place != NULL && place->socket_context != NULL)
		http_slow_answered(server->slow, place->socket_context);
	if (x != NULL)
		arena_free(x->request.a);
	*state = NULL;
}

static void
on_connection(void *arg, struct MHD_Connection *connection, void **place,
    enum MHD_ConnectionNotificationCode what)
{
	struct http_server *server = arg;
	const union MHD_ConnectionInfo *info =
	    MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);

	if (what == MHD_CONNECTION_NOTIFY_STARTED && info != NULL) {
		*place = http_slow_begin(server->slow, info->connect_fd);
	} else if (what == MHD_CONNECTION_NOTIFY_CLOSED && *place != NULL) {
		http_slow_end(server->slow, *place);
		*place = NULL;
	}
}

/* "[::1]:8020" is [::1]. */
static struct str
without_port(struct str host)
{
	size_t colon = host.n;

	for (size_t i = 0; i < host.n; i++)
		if (host.p[i] == ':')
			colon = i;
		else if (host.p[i] == ']')
			colon = host.n;
	return str_sub(host, 0, colon);
}

static bool
is_own_name(struct str host)
{
	struct str name = without_port(host);

	return str_eq(name, STR("127.0.0.1")) || str_eq(name, STR("localhost")) ||
	    str_eq(name, STR("[::1]"));
}

/*
 * A form on a page of another site cannot be sent here. What browsers say of themselves comes
 * first: a page without a referrer, as ours are, has the origin "null" even for itself.
 */
static bool
is_own_form(struct MHD_Connection *from, struct str host)
{
	static const struct str scheme = STR_INIT("http://");
	struct str origin = sent(from, MHD_HTTP_HEADER_ORIGIN);
	struct str site = sent(from, "Sec-Fetch-Site");

	if (site.n > 0)
		return str_eq(site, STR("same-origin"));
	return origin.n == 0 ||
	    (str_starts(origin, scheme) && str_eq(str_sub(origin, scheme.n, origin.n), host));
}

static bool
path_read(struct exchange *x)
{
	struct str rest = x->target;
	struct str raw = str_cut(&rest, '?');

	x->request.query = rest;
	return str_starts(raw, STR("/")) &&
	    http_form_decode(x->request.a, raw, false, &x->request.path) &&
	    utf8_valid(x->request.path) && !str_has_control(x->request.path);
}

/* 0, or the status with which a body that will be sent is refused. */
static int
body_judge(struct exchange *x, struct MHD_Connection *from)
{
	struct str length = sent(from, MHD_HTTP_HEADER_CONTENT_LENGTH);
	int64_t bytes = 0;

	if (sent(from, MHD_HTTP_HEADER_TRANSFER_ENCODING).n > 0)
		return MHD_HTTP_LENGTH_REQUIRED;
	if (length.n > 0 && (!str_to_int(length, &bytes) || bytes < 0))
		return MHD_HTTP_BAD_REQUEST;
	if (x->request.method != HTTP_POST)
		return bytes == 0 ? 0 : MHD_HTTP_BAD_REQUEST;
	if ((uint64_t)bytes > x->server->settings.body_limit)
		return MHD_HTTP_CONTENT_TOO_LARGE;
	return length.n > 0 ? 0 : MHD_HTTP_LENGTH_REQUIRED;
}

static bool
method_read(struct exchange *x, const char *method)
{
	static const char *const names[] = {[HTTP_GET] = "GET",
	    [HTTP_HEAD] = "HEAD",
	    [HTTP_POST] = "POST",
	    [HTTP_OPTIONS] = "OPTIONS"};

	for (size_t i = 0; i < LENGTH(names); i++) {
		if (strcmp(names[i], method) != 0)
			continue;
		x->request.method = (enum http_method)i;
		if (i == HTTP_OPTIONS)
			return x->server->settings.preflight;
		return i != HTTP_POST || x->server->settings.body_limit > 0;
	}
	return false;
}

/* The head of the request has been read: 0, or the status with which it is refused. */
static int
judge(struct exchange *x, struct MHD_Connection *from, const char *method)
{
	struct str host = sent(from, MHD_HTTP_HEADER_HOST);
	bool own = x->server->settings.own_names;

	if (own && !is_own_name(host))
		return MHD_HTTP_MISDIRECTED_REQUEST;
	if (x->target.n > HTTP_TARGET_BYTES)
		return MHD_HTTP_URI_TOO_LONG;
	if (!method_read(x, method))
		return MHD_HTTP_METHOD_NOT_ALLOWED;
	if (!path_read(x))
		return MHD_HTTP_BAD_REQUEST;
	if (own && x->request.method == HTTP_POST && !is_own_form(from, host))
		return MHD_HTTP_FORBIDDEN;
	return body_judge(x, from);
}

static enum MHD_Result
send_page(struct MHD_Connection *to, struct http_page *page)
{
	bool queued = http_page_send(page, to);

	http_page_free(page);
	return queued ? MHD_YES : MHD_NO;
}

static enum MHD_Result
answer(struct exchange *x, struct MHD_Connection *to)
{
	const struct http_handler *h = &x->server->handler;

	x->request.type = sent(to, MHD_HTTP_HEADER_CONTENT_TYPE);
	x->request.cookie = sent(to, MHD_HTTP_HEADER_COOKIE);
	x->request.from = sent(to, "X-Forwarded-For");
	x->request.body = x->body != NULL ? buf_str(x->body) : STR("");
	return send_page(to, h->answer(h->arg, &x->request));
}

/*
 * First with the head, then with each piece of a body, then at its end. A page queued with
 * the head ends the connection, which is right for what was refused: nobody reads its rest.
 */
static enum MHD_Result /* NOLINTNEXTLINE(readability-function-size) */
on_request(void *arg, struct MHD_Connection *from, const char *path, const char *method,
    const char *version, const char *bytes, size_t *n, void **state)
{
	struct http_server *server = arg;
	struct exchange *x = *state;

	(void)path;
	(void)version;
	if (!x->begun) {
		x->begun = true;
		int status = judge(x, from, method);
		if (status != 0)
			return send_page(from, server->handler.refuse(server->handler.arg, status));
		return MHD_YES;
	}
	if (*n == 0)
		return answer(x, from);
	if (x->body == NULL)
		x->body = buf_on(x->request.a);
	assert(x->body->n + *n <= server->settings.body_limit);
	buf_bytes(x->body, bytes, *n);
	*n = 0;
	return MHD_YES;
}

/* Paths are decoded by http_form_decode, which can refuse. */
static size_t
leave_encoded(void *arg, struct MHD_Connection *from, char *text)
{
	(void)arg;
	(void)from;
	return strlen(text);
}

static struct MHD_Daemon *
daemon_start(struct http_server *server, int fd)
{
	return MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, on_request, server,
	    MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_THREAD_POOL_SIZE, server->settings.threads,
	    MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS, MHD_OPTION_CONNECTION_TIMEOUT,
	    (unsigned)IDLE_SECONDS, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HTTP_HEADER_BYTES,
	    MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_UNESCAPE_CALLBACK, leave_encoded, NULL,
	    MHD_OPTION_URI_LOG_CALLBACK, on_target, server, MHD_OPTION_NOTIFY_COMPLETED,
	    on_completed, server, MHD_OPTION_NOTIFY_CONNECTION, on_connection, server,
	    MHD_OPTION_END);
}

int
http_listen(const struct http_settings *settings, struct http_server **out, struct err *e)
{
	struct http_server *server = calloc(1, sizeof *server);

	if (server == NULL)
		abort();
	server->settings = *settings;
	if (seal_start(e) != 0 ||
	    listen_loopback(settings->port, &server->socket, &server->port, e) != 0) {
		free(server);
		return -1;
	}
	server->slow = http_slow_new(CONNECTIONS / 2, SLOW_SECONDS);
	*out = server;
	return 0;
}

int
http_start(struct http_server *server, const struct http_handler *handler, struct err *e)
{
	assert(server->daemon == NULL);
	server->handler = *handler;
	server->daemon = daemon_start(server, server->socket);
	if (server->daemon == NULL)
		return err_fail(e, ERR_LIMIT, STR("http.start"), STR_INT(server->port));
	return 0;
}

int
http_port(const struct http_server *server)
{
	return server->port;
}

void
http_stop(struct http_server *server)
{
	if (server == NULL)
		return;
	if (server->daemon != NULL)
		MHD_stop_daemon(server->daemon);
	else
		listen_end(server->socket);
	http_slow_free(server->slow);
	free(server);
}

struct str
http_cookie(struct str header, struct str name)
{
	for (struct str rest = header; rest.n > 0;) {
		struct str value = str_trim(str_cut(&rest, ';'));
		if (str_eq(str_cut(&value, '='), name))
			return value;
	}
	return STR("");
}
