/* How somebody comes in and leaves. */
#include "desk_tpl.h"
#include "face/desk/desk_files.h"
#include "face/desk/desk_page.h"
#include "kit/http/http_form.h"
#include "kit/os/clock.h"

#define TYPED_BYTES 64 /* of a code, with what may be typed between */

static const struct http_field fields[] = {{STR_INIT("code"), TYPED_BYTES, false, false}};
static const struct http_form form = {fields, LENGTH(fields)};

static void
form_put(struct desk_ask *ask, bool wrong, struct desk_answer *out)
{
	struct tpl t = desk_writer(ask, out->body);

	out->title = desk_text(ask, STR("desk.enter.title"));
	out->status = wrong ? 403 : 200;
	desk_enter_form(&t, wrong);
}

/* A wrong code gives the form again, with a sentence. */
static void
code_try(struct desk_ask *ask, struct str code, struct desk_answer *out)
{
	char token[DESK_TOKEN_BYTES + 1];

	if (!desk_session_begin(ask->sessions, code, clock_monotonic(), token)) {
		form_put(ask, true, out);
		return;
	}
	out->location = STR("/");
	out->cookie = arena_fmt(ask->a, "guvoh=%s; Path=/; HttpOnly; SameSite=Strict", token);
}

int
desk_enter(struct desk_ask *ask, struct desk_answer *out, struct err *e)
{
	struct str code;

	if (http_form_query(ask->a, ask->request->query, &form, &code, e) != 0)
		return -1;
	if (code.n == 0)
		form_put(ask, false, out);
	else
		code_try(ask, code, out);
	return 0;
}

int
desk_come_in(struct desk_ask *ask, struct desk_answer *out, struct err *e)
{
	struct str code;

	if (http_form_read(ask->a, ask->request->type, ask->request->body, &form, &code, e) != 0)
		return -1;
	code_try(ask, code, out);
	return 0;
}

int
desk_leave(struct desk_ask *ask, struct desk_answer *out, struct err *e)
{
	(void)e;
	desk_session_end(ask->sessions, ask->token);
	out->location = STR("/enter");
	out->cookie = STR("guvoh=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
	return 0;
}

/* One of the files of assets/ that are part of the program, by the end of its name. */
static int
file_put(struct desk_answer *out, struct str end, struct str type)
{
	for (size_t i = 0; i < DESK_FILES_COUNT; i++)
		if (str_ends(desk_files[i].name, end))
			buf_put(out->body, desk_files[i].bytes);
	out->type = type;
	return 0;
}

int
desk_style(struct desk_ask *ask, struct desk_answer *out, struct err *e)
{
	(void)ask;
	(void)e;
	return file_put(out, STR(".css"), STR("text/css; charset=utf-8"));
}

int
desk_script(struct desk_ask *ask, struct desk_answer *out, struct err *e)
{
	(void)ask;
	(void)e;
	return file_put(out, STR(".js"), SITE_SCRIPT);
}
