#include "face/desk/desk_event.h"

#include "desk_tpl.h"
#include "face/desk/desk_page.h"
#include "face/site/site_case.h"
#include "face/site/site_meaning.h"
#include "kit/http/http_form.h"

#define EVENT_BYTES 200

static const struct viewer team = {VIEWER_TEAM};

/* All figures of the event and the people of its lists, set against each other. */
static int
board_read(struct desk_ask *ask, struct str event, struct count_board *out, struct err *e)
{
	const struct count_reader reader = {ask->db, ask->a, ask->vocab, ask->memo};
	static const struct count_question all = {.measure = STR_INIT(""),
	    .unit = STR_INIT(""),
	    .who = STR_INIT(""),
	    .place = STR_INIT(""),
	    .days = STR_INIT(""),
	    .time = STR_INIT(""),
	    .day_of = STR_INIT("")};
	struct count_claims claims;

	return count_claims(&reader, event, false, &claims, e) != 0 ||
		count_documented_add(&reader, team, event, &claims, e) != 0 ||
		count_board(ask->a, ask->vocab, claims, &all, out, e) != 0
	    ? -1
	    : 0;
}

/* The panel of the public pages, of which the team sees more. */
static int
panel_put(struct desk_ask *ask, struct str event, struct html *out, struct err *e)
{
	struct site site = {
	    .a = ask->a, .db = ask->db, .vocab = ask->vocab, .url = ask->site, .memo = ask->memo};
	struct count_board board;

	if (board_read(ask, event, &board, e) != 0)
		return -1;
	const struct site_panel_ask whose = {.event = event,
	    .board = &board,
	    .viewer = team,
	    .lang = ask->lang,
	    .meaning = site_address(&site, site_meaning_path(&site, ask->lang))};
	return site_case_panel(&site, &whose, out, e);
}

/* Has it figures or lists of people? */
static int
event_find(struct desk_ask *ask, struct str id, struct err *e)
{
	struct count_events events;

	if (panel_events(ask->db, ask->a, &events, e) != 0)
		return -1;
	for (size_t i = 0; i < events.count; i++)
		if (str_eq(events.at[i].id, id))
			return 0;
	return err_fail(e, ERR_NOTFOUND, STR("cli.event.none"), id);
}

int
desk_event(struct desk_ask *ask, struct desk_answer *out, struct err *e)
{
	static const struct http_field fields[] = {{STR_INIT("id"), EVENT_BYTES, true, false}};
	static const struct http_form form = {fields, LENGTH(fields)};
	struct desk_event_panel page;

	if (http_form_query(ask->a, ask->request->query, &form, &page.id, e) != 0 ||
	    event_find(ask, page.id, e) != 0 || panel_put(ask, page.id, &page.panel, e) != 0)
		return -1;
	struct tpl t = desk_writer(ask, out->body);
	out->title = page.id;
	desk_event_page(&t, &page);
	return 0;
}
