#include "domain/archive/readers.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"
#include "face/cli/serving.h"
#include "face/desk/desk.h"
#include "face/site/site_report.h"
#include "face/site/site_serve.h"
#include "kit/os/env.h"
#include "kit/os/process.h"

#define SITE_PORT 8019
#define DESK_PORT 8020
#define DESK_THREADS 2
#define LOOK_MS 200 /* between looks at the log, at signals and at the socket */

/* What runs until somebody ends it; NULL or 0 until it does. */
struct serve {
	struct cli *c;
	struct local *socket;
	struct archive_readers *readers;
	struct site_server *site;
	struct desk *desk;
	struct http_server *site_http, *desk_http;
};

static int
port_of(const struct cli *c, enum option_id id, int otherwise, int *out, struct err *e)
{
	struct str given = option_of(&c->line, id);
	int64_t port = otherwise;

	if (given.n > 0 && (!str_to_int(given, &port) || port < 0 || port > UINT16_MAX))
		return err_fail(e, ERR_INPUT, STR("os.port-number"), given);
	*out = (int)port;
	return 0;
}

static struct str
address_of(struct cli *c, const struct http_server *server)
{
	return arena_fmt(c->a, "http://127.0.0.1:%d", http_port(server));
}

/* A link that opens the desk, once. */
static struct str
desk_link(struct serve *s)
{
	char code[DESK_CODE_BYTES + 1];

	desk_code(s->desk, code);
	return arena_fmt(
	    s->c->a, "%.*s/enter?code=%s", STR_ARG(address_of(s->c, s->desk_http)), code);
}

static int
listeners_take(struct serve *s, struct err *e)
{
	struct http_settings site = {
	    .threads = process_cores(), .body_limit = SITE_REPORT_BYTES, .preflight = true};
	struct http_settings desk = {
	    .threads = DESK_THREADS, .body_limit = DESK_BODY_BYTES, .own_names = true};

	if (port_of(s->c, OPTION_PORT, SITE_PORT, &site.port, e) != 0 ||
	    port_of(s->c, OPTION_DESK_PORT, DESK_PORT, &desk.port, e) != 0 ||
	    http_listen(&site, &s->site_http, e) != 0)
		return -1;
	s->readers = archive_readers_new(s->c->archive, site.threads + DESK_THREADS);
	return http_listen(&desk, &s->desk_http, e);
}

static int
listeners_start(struct serve *s, struct err *e)
{
	if (listeners_take(s, e) != 0)
		return -1;
	s->site = site_server_new(s->readers, address_of(s->c, s->site_http));
	const struct desk_settings settings = {
	    s->c->lang, opening_stamp(s->c).by, address_of(s->c, s->site_http)};
	s->desk = desk_new(s->readers, &settings);
	const struct http_handler site = site_server_handler(s->site);
	const struct http_handler desk = desk_handler(s->desk);
	return http_start(s->site_http, &site, e) != 0 ? -1 : http_start(s->desk_http, &desk, e);
}

/* Where who works on this machine from afar gets at the pages: "ssh -L ... user@host". */
static struct str
tunnel_of(struct serve *s)
{
	struct str rest = env_get("SSH_CONNECTION"), user = env_get("USER");
	int site = http_port(s->site_http), desk = http_port(s->desk_http);

	(void)str_cut(&rest, ' ');
	(void)str_cut(&rest, ' ');
	struct str host = str_cut(&rest, ' ');
	if (host.n == 0)
		return STR("");
	return arena_fmt(s->c->a, "ssh -L %d:127.0.0.1:%d -L %d:127.0.0.1:%d %.*s%s%.*s", site,
	    site, desk, desk, STR_ARG(user), user.n > 0 ? "@" : "", STR_ARG(host));
}

static int
addresses_say(struct serve *s, struct err *e)
{
	struct cli *c = s->c;
	struct str site = arena_fmt(c->a, "%.*s/", STR_ARG(address_of(c, s->site_http)));
	struct str desk = desk_link(s), tunnel = tunnel_of(s);

	if (c->json) {
		struct json *answer = json_object(c->a);
		json_set_str(answer, STR("site"), site);
		json_set_str(answer, STR("desk"), desk);
		json_set(
		    answer, STR("tunnel"), tunnel.n > 0 ? json_str(c->a, tunnel) : json_null(c->a));
		cli_json(c, answer);
		return cli_flush(c, e);
	}
	cli_say(c, STR("cli.serve.site"), site);
	cli_say(c, STR("cli.serve.desk"), desk, STR_INT(DESK_CODE_MINUTES));
	if (tunnel.n > 0)
		cli_say(c, STR("cli.serve.tunnel"), tunnel);
	cli_say(c, STR("cli.serve.end"));
	return cli_flush(c, e);
}

/* False: it was the question to end. */
static bool
question_take(struct serve *s)
{
	char question[SERVING_QUESTION_BYTES + 1];
	struct local *from;

	serving_wait(s->socket, LOOK_MS, &from, question);
	if (from == NULL)
		return true;
	bool end = str_eq(str_of(question), SERVING_END);
	bool code = str_eq(str_of(question), SERVING_CODE);
	serving_answer(from, code ? desk_link(s) : STR(""));
	return !end;
}

/* Until a signal, "guvoh lock", or an archive that can no longer be read. */
static int
run(struct serve *s, struct err *e)
{
	while (!process_quit(0)) {
		if (archive_readers_refresh(s->readers, e) != 0)
			return -1;
		if (!question_take(s))
			break;
	}
	return 0;
}

static void
serve_end(struct serve *s)
{
	http_stop(s->site_http);
	http_stop(s->desk_http);
	site_server_free(s->site);
	desk_free(s->desk);
	archive_readers_free(s->readers);
	local_close(s->socket);
}

static int
code_ask(struct cli *c, const struct archive_place *place, struct err *e)
{
	struct str link;
	int found = serving_ask(c, place, SERVING_CODE, &link, e);

	if (found < 0)
		return -1;
	if (found == 0)
		return err_fail(e, ERR_NOTFOUND, STR("cli.serve.none"));
	if (c->json) {
		struct json *answer = json_object(c->a);
		json_set_str(answer, STR("desk"), link);
		cli_json(c, answer);
	} else {
		cli_say(c, STR("cli.serve.desk"), link, STR_INT(DESK_CODE_MINUTES));
	}
	return 0;
}

int
cmd_serve(struct cli *c, struct err *e)
{
	struct archive_place place = opening_place(c);
	struct serve s = {.c = c};

	if (option_has(&c->line, OPTION_NEW_CODE))
		return code_ask(c, &place, e);
	if (serving_listen(c, &place, &s.socket, e) != 0)
		return -1;
	process_quit_catch();
	int status = opening_archive(c, false, e);
	if (status == 0)
		status = listeners_start(&s, e);
	if (status == 0)
		status = addresses_say(&s, e);
	if (status == 0)
		status = run(&s, e);
	serve_end(&s);
	return status;
}
