/* What the server answers, refuses and keeps, over a real connection. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "kit/http/http.h"
#include "kit/http/private.h"

#define LONG_BYTES 5000

static struct arena *arena;
static struct http_server *server;
static struct buf *heard;

/* Says back what it was asked, or a long text under /long. */
static struct http_page *
answer(void *arg, const struct http_request *r)
{
	struct buf *b = buf_on(r->a);
	static const char *const methods[] = {"GET", "HEAD", "POST", "OPTIONS"};

	(void)arg;
	buf_fmt(b, "%s|%.*s|%.*s|%.*s|%.*s", methods[r->method], STR_ARG(r->path),
	    STR_ARG(r->query), STR_ARG(r->body), STR_ARG(r->cookie));
	while (str_eq(r->path, STR("/long")) && b->n < LONG_BYTES)
		buf_putc(b, 'a');
	bool shared = str_eq(r->path, STR("/shared"));
	return http_page_new(&(struct http_answer){.status = 200,
	    .type = STR("text/plain; charset=utf-8"),
	    .body = buf_str(b),
	    .shared = shared,
	    .allow = shared && r->method == HTTP_OPTIONS ? STR("POST") : STR(""),
	    .keep = HTTP_KEEP_ASK});
}

static struct http_page *
refuse(void *arg, int status)
{
	(void)arg;
	return http_page_new(&(struct http_answer){.status = status,
	    .type = STR("text/plain"),
	    .body = STR("refused"),
	    .keep = HTTP_KEEP_NEVER});
}

static int
serve(size_t body_limit, bool own_names, bool preflight)
{
	const struct http_settings settings = {
	    .threads = 2, .body_limit = body_limit, .own_names = own_names, .preflight = preflight};
	const struct http_handler handler = {NULL, answer, refuse};
	struct err e;

	arena = arena_new();
	heard = buf_on(arena);
	return http_listen(&settings, &server, &e) != 0 ? -1 : http_start(server, &handler, &e);
}

static int
begin_public(void **state)
{
	(void)state;
	return serve(0, false, false);
}

static int
begin_heard(void **state)
{
	(void)state;
	return serve(100, false, true);
}

static int
begin_desk(void **state)
{
	(void)state;
	return serve(100, true, false);
}

static int
end(void **state)
{
	(void)state;
	http_stop(server);
	arena_free(arena);
	return 0;
}

/* Sends what is given and hears until the server closes. */
static void
talk(struct str words)
{
	const struct sockaddr_in address = {.sin_family = AF_INET,
	    .sin_port = htons((uint16_t)http_port(server)),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	ssize_t n;

	buf_cut(heard, 0);
	assert_int_equal(connect(fd, (const struct sockaddr *)&address, sizeof address), 0);
	assert_int_equal(write(fd, words.p, words.n), words.n);
	while ((n = read(fd, buf_room(heard, 65536), 65536)) > 0)
		buf_added(heard, (size_t)n);
	close(fd);
}

/* A request with these head lines, each with its line end, and a last one that closes. */
static void
ask(const char *line, const char *head, const char *body)
{
	talk(arena_fmt(arena, "%s HTTP/1.1\r\n%sConnection: close\r\n\r\n%s", line, head, body));
}

static bool
has(const char *part)
{
	return strstr(heard->p, part) != NULL;
}

#define HOST "Host: 127.0.0.1\r\n"

static void
an_answer_has_its_headers_and_no_name_of_the_server(void **state)
{
	(void)state;
	ask("GET /en/%D3%A9?a=1&b", HOST, "");
	assert_true(str_starts(buf_str(heard), STR("HTTP/1.1 200 OK\r\n")));
	assert_true(has("\r\n\r\nGET|/en/ө|a=1&b||"));
	assert_true(has("X-Content-Type-Options: nosniff\r\n"));
	assert_true(has("Referrer-Policy: no-referrer\r\n"));
	assert_true(has("Cross-Origin-Opener-Policy: same-origin\r\n"));
	assert_true(has("Cross-Origin-Resource-Policy: same-origin\r\n"));
	assert_true(has("Content-Security-Policy: default-src 'none'; base-uri 'none'; "));
	assert_true(has("Cache-Control: no-cache\r\n"));
	assert_false(has("Server:"));
	assert_false(has("Set-Cookie"));
}

static void
what_is_known_already_is_not_sent_again(void **state)
{
	(void)state;
	ask("GET /a", HOST, "");
	const char *tag = strstr(heard->p, "ETag: ");
	assert_non_null(tag);
	struct str known = arena_fmt(arena, HOST "If-None-Match: \"x\", W/%.*s\r\n", 38, tag + 6);
	ask("GET /a", known.p, "");
	assert_true(str_starts(buf_str(heard), STR("HTTP/1.1 304 ")));
	assert_true(has("ETag: "));
	assert_false(has("GET|"));
	ask("GET /b", known.p, "");
	assert_true(str_starts(buf_str(heard), STR("HTTP/1.1 200 ")));
}

static void
a_long_text_is_packed_when_asked(void **state)
{
	(void)state;
	ask("GET /long", HOST "Accept-Encoding: br, gzip\r\n", "");
	assert_true(has("Content-Encoding: gzip\r\n"));
	assert_true(has("-gzip\"\r\n"));
	assert_true(has("Vary: Accept-Encoding\r\n"));
	assert_true(heard->n < 1000);
	assert_true(has("\r\n\r\n\x1F\x8B\x08"));
	ask("GET /long", HOST "Accept-Encoding: gzip;q=0\r\n", "");
	assert_true(heard->n > LONG_BYTES);
	assert_false(has("Content-Encoding"));
	ask("GET /short", HOST "Accept-Encoding: gzip\r\n", "");
	assert_false(has("Content-Encoding"));
}

static void
a_head_is_an_answer_without_its_body(void **state)
{
	(void)state;
	ask("HEAD /long", HOST, "");
	assert_true(has("Content-Length: 5000\r\n"));
	assert_true(heard->n < 1000);
}

static void
what_cannot_be_asked_is_refused(void **state)
{
	(void)state;
	static const struct {
		const char *line, *head;
		int status;
	} rows[] = {
	    {"GET /%zz", HOST, 400},
	    {"GET /%00", HOST, 400},
	    {"GET /%FF", HOST, 400},
	    {"GET /%0Ax", HOST, 400},
	    {"POST /", HOST "Content-Length: 0\r\n", 405},
	    {"DELETE /", HOST, 405},
	    {"GET /", HOST "Content-Length: 3\r\n", 400},
	    {"GET /", HOST "Transfer-Encoding: chunked\r\n", 411},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		ask(rows[i].line, rows[i].head, "abc");
		struct str status = arena_fmt(arena, "HTTP/1.1 %d ", rows[i].status);
		assert_true(str_starts(buf_str(heard), status));
		assert_true(has("refused"));
	}
	struct buf *line = buf_on(arena);
	buf_put(line, STR("GET /"));
	while (line->n < HTTP_TARGET_BYTES + 5)
		buf_putc(line, 'a');
	ask(line->p, HOST, "");
	assert_true(str_starts(buf_str(heard), STR("HTTP/1.1 414 ")));
}

static void
a_head_that_is_too_large_is_refused(void **state)
{
	(void)state;
	struct buf *head = buf_on(arena);

	buf_put(head, STR(HOST));
	while (head->n < HTTP_HEADER_BYTES)
		buf_put(head, STR("X-Padding: 0123456789012345678901234567890123456789\r\n"));
	ask("GET /", head->p, "");
	assert_false(str_starts(buf_str(heard), STR("HTTP/1.1 200 ")));
}

static void
a_form_is_heard_within_its_limit(void **state)
{
	(void)state;
	ask("POST /form", HOST "Cookie: a=b\r\nContent-Length: 3\r\n", "x=1");
	assert_true(has("POST|/form||x=1|a=b"));
	ask("POST /form", HOST "Content-Length: 101\r\n", "x");
	assert_true(str_starts(buf_str(heard), STR("HTTP/1.1 413 ")));
	assert_true(has("Connection: close\r\n"));
	ask("POST /form", HOST "Transfer-Encoding: chunked\r\n", "1\r\nx\r\n0\r\n\r\n");
	assert_true(str_starts(buf_str(heard), STR("HTTP/1.1 411 ")));
}

static void
what_is_shared_says_so_to_other_sites_and_nothing_else_does(void **state)
{
	(void)state;
	ask("OPTIONS /shared", HOST "Origin: https://example.org\r\n", "");
	assert_true(has("Access-Control-Allow-Origin: *\r\n"));
	assert_true(has("Access-Control-Allow-Methods: POST\r\n"));
	assert_true(has("Access-Control-Allow-Headers: Content-Type\r\n"));
	assert_false(has("Allow-Credentials"));
	ask("GET /shared", HOST, "");
	assert_true(has("Cross-Origin-Resource-Policy: cross-origin\r\n"));
	assert_true(has("Access-Control-Allow-Origin: *\r\n"));
	assert_false(has("Access-Control-Allow-Methods"));
	ask("OPTIONS /other", HOST, "");
	assert_true(has("Cross-Origin-Resource-Policy: same-origin\r\n"));
	assert_false(has("Access-Control"));
}

static void
the_desk_answers_to_its_own_names_only(void **state)
{
	(void)state;
	static const struct {
		const char *line, *head;
		int status;
	} rows[] = {
	    {"GET /", "Host: 127.0.0.1:8020\r\n", 200},
	    {"GET /", "Host: localhost\r\n", 200},
	    {"GET /", "Host: [::1]:99\r\n", 200},
	    {"GET /", "Host: example.org\r\n", 421},
	    {"GET /", "Host: 127.0.0.1.example.org:8020\r\n", 421},
	    {"GET /", "Host: \r\n", 421},
	    {"POST /", "Host: localhost:1\r\nOrigin: http://localhost:1\r\nContent-Length: 0\r\n",
		200},
	    {"POST /", "Host: localhost:1\r\nOrigin: http://example.org\r\nContent-Length: 0\r\n",
		403},
	    {"POST /",
		"Host: localhost:1\r\nOrigin: null\r\nSec-Fetch-Site: same-origin\r\n"
		"Content-Length: 0\r\n",
		200},
	    {"POST /",
		"Host: localhost:1\r\nOrigin: http://localhost:1\r\nSec-Fetch-Site: "
		"same-site\r\nContent-Length: 0\r\n",
		403},
	    {"POST /", "Host: localhost:1\r\nOrigin: null\r\nContent-Length: 0\r\n", 403},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		ask(rows[i].line, rows[i].head, "");
		struct str status = arena_fmt(arena, "HTTP/1.1 %d ", rows[i].status);
		assert_true(str_starts(buf_str(heard), status));
	}
}

static void
one_connection_takes_many_requests(void **state)
{
	(void)state;
	talk(STR(
	    "GET /1 HTTP/1.1\r\n" HOST "\r\nGET /2 HTTP/1.1\r\n" HOST "Connection: close\r\n\r\n"));
	assert_true(has("GET|/1|"));
	assert_true(has("GET|/2|"));
}

static void
a_port_in_use_has_a_sentence(void **state)
{
	(void)state;
	const struct http_settings settings = {.threads = 1, .port = http_port(server)};
	struct http_server *second;
	struct err e;

	assert_int_equal(http_listen(&settings, &second, &e), -1);
	assert_string_equal(e.key, "os.port");
}

/* Does the other end of fd still stand? */
static bool
stands(int fd)
{
	char byte;

	return recv(fd, &byte, 1, MSG_DONTWAIT) != 0;
}

static void
slow_connections_are_cut_when_there_are_many(void **state)
{
	(void)state;
	int first[2], second[2];
	struct http_slow *patient = http_slow_new(1, 3600), *hasty = http_slow_new(1, 0);

	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, first), 0);
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, second), 0);
	struct http_slow_one *one = http_slow_begin(patient, first[0]);
	struct http_slow_one *two = http_slow_begin(patient, second[0]);
	assert_true(stands(first[1]));
	http_slow_end(patient, one);
	http_slow_end(patient, two);
	one = http_slow_begin(hasty, first[0]);
	http_slow_answered(hasty, one);
	assert_true(stands(first[1]));
	two = http_slow_begin(hasty, second[0]);
	assert_false(stands(first[1]));
	assert_true(stands(second[1]));
	http_slow_end(hasty, two);
	http_slow_end(hasty, one);
	http_slow_free(patient);
	http_slow_free(hasty);
	for (size_t i = 0; i < 2; i++) {
		close(first[i]);
		close(second[i]);
	}
}

#define PUBLIC(test) cmocka_unit_test_setup_teardown(test, begin_public, end)
#define HEARD(test) cmocka_unit_test_setup_teardown(test, begin_heard, end)
#define DESK(test) cmocka_unit_test_setup_teardown(test, begin_desk, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    PUBLIC(an_answer_has_its_headers_and_no_name_of_the_server),
	    PUBLIC(what_is_known_already_is_not_sent_again),
	    PUBLIC(a_long_text_is_packed_when_asked),
	    PUBLIC(a_head_is_an_answer_without_its_body),
	    PUBLIC(what_cannot_be_asked_is_refused),
	    PUBLIC(a_head_that_is_too_large_is_refused),
	    PUBLIC(one_connection_takes_many_requests),
	    PUBLIC(a_port_in_use_has_a_sentence),
	    cmocka_unit_test(slow_connections_are_cut_when_there_are_many),
	    DESK(a_form_is_heard_within_its_limit),
	    HEARD(what_is_shared_says_so_to_other_sites_and_nothing_else_does),
	    DESK(the_desk_answers_to_its_own_names_only),
	};

	return cmocka_run_group_tests_name("http/server", tests, NULL, NULL);
}
