#include "face/site/site_case.h"

#include "face/say/board_json.h"
#include "face/site/site_act.h"
#include "face/site/site_board.h"
#include "face/site/site_law.h"
#include "face/site/site_map.h"
#include "face/site/site_meaning.h"
#include "face/site/site_sheet.h"
#include "site_tpl.h"

int
site_case_read(struct site *s, struct str event, struct count_board *out, struct err *e)
{
	const struct count_reader reader = {s->db, s->a, s->vocab, s->memo};
	const struct count_question all = {.measure = STR(""),
	    .unit = STR(""),
	    .who = STR(""),
	    .place = STR(""),
	    .days = STR(""),
	    .time = STR(""),
	    .day_of = STR("")};
	const struct count_board *board;

	if (count_public_board(&reader, event, &all, &board, e) != 0)
		return -1;
	*out = *board;
	return 0;
}

/* The event that the figures are of; all of one board are of one. */
static struct str
event_of(const struct count_board *board)
{
	for (size_t i = 0; i < board->claims.count; i++)
		if (board->claims.at[i].event.n > 0)
			return board->claims.at[i].event;
	return STR("");
}

int
site_case_panel(struct site *s, const struct site_panel_ask *ask, struct html *out, struct err *e)
{
	struct buf *page = buf_on(s->a);
	struct tpl t = site_writer(ask->lang, page);
	struct site_panel panel;

	if (site_panel_of(s, ask, &panel, e) != 0)
		return -1;
	site_panel(&t, &panel);
	*out = (struct html){buf_str(page)};
	return 0;
}

int
site_case_board(struct site *s, const struct count_board *board, struct site_at at,
    struct html *out, struct err *e)
{
	struct buf *page = buf_on(s->a);
	struct tpl t = site_writer(at.lang, page);
	const struct site_panel_ask ask = {.event = event_of(board),
	    .board = board,
	    .viewer = {VIEWER_PUBLIC},
	    .lang = at.lang,
	    .meaning = site_meaning_path(s, at.lang)};
	struct html panel = {STR("")};

	if (board->n_scopes > 0) {
		struct site_board parts = site_board_of(s->a, board, at.lang, at.base, false);
		if (ask.event.n > 0 && site_case_panel(s, &ask, &panel, e) != 0)
			return -1;
		site_board(&t, &parts);
		buf_put(page, panel.markup);
	}
	*out = (struct html){buf_str(page)};
	return 0;
}

struct html
site_case_map(struct site *s, const struct count_board *board, struct site_at at)
{
	struct buf *out = buf_on(s->a);
	struct tpl t = site_writer(at.lang, out);
	struct site_map map;

	if (board->n_scopes > 0 && site_map_of(s->a, board, at.lang, at.base, &map))
		site_map(&t, &map);
	return (struct html){buf_str(out)};
}

void
site_case_csv(
    const struct site *s, const struct count_board *board, enum lang lang, struct buf *out)
{
	if (board->n_scopes > 0)
		buf_put(out, site_board_csv(s->a, board, lang));
}

void
site_case_json(
    const struct site *s, const struct count_board *board, enum lang lang, struct buf *out)
{
	json_write_pretty(out, board_json(s->a, board, lang));
	buf_putc(out, '\n');
}

void
site_case_svg(
    const struct site *s, const struct count_board *board, enum lang lang, struct buf *out)
{
	struct tpl t = site_writer(lang, out);

	if (board->n_scopes == 0)
		return;
	struct site_board parts = site_board_of(s->a, board, lang, STR(""), false);
	struct site_sheet sheet = site_sheet_of(s->a, &parts);
	site_sheet(&t, &sheet);
}

static struct record_reader
public_reader(const struct site *s)
{
	return (struct record_reader){s->db, s->a, s->vocab, {VIEWER_PUBLIC}};
}

int
site_case_act(struct site *s, struct str id, enum lang lang, struct html *out, struct err *e)
{
	const struct record_reader records = public_reader(s);
	const struct advocacy_reader reader = {&records, lang_code(lang)};
	struct buf *page = buf_on(s->a);
	struct tpl t = site_writer(lang, page);
	struct advocacy_act act;
	struct record record;

	if (record_find(&records, id, &record, e) != 0 ||
	    advocacy_act(&reader, &record, &act, e) != 0)
		return -1;
	struct site_act parts = site_act_of(s->a, s->vocab, &act, lang);
	site_act(&t, &parts);
	*out = (struct html){buf_str(page)};
	return 0;
}

int
site_case_law(struct site *s, struct str event, enum lang lang, struct html *out, struct err *e)
{
	const struct record_reader records = public_reader(s);
	const struct advocacy_reader reader = {&records, lang_code(lang)};
	struct buf *page = buf_on(s->a);
	struct tpl t = site_writer(lang, page);
	struct advocacy_law law;
	struct record record;

	if (record_find(&records, event, &record, e) != 0 ||
	    advocacy_law(&reader, &record, &law, e) != 0)
		return -1;
	struct site_law parts = site_law_of(s->a, lang, &law);
	if (parts.n_provisions > 0)
		site_law(&t, &parts);
	*out = (struct html){buf_str(page)};
	return 0;
}

int
site_case_demands(struct site *s, struct str event, enum lang lang, struct html *out, struct err *e)
{
	const struct record_reader records = public_reader(s);
	const struct advocacy_reader reader = {&records, lang_code(lang)};
	struct buf *page = buf_on(s->a);
	struct tpl t = site_writer(lang, page);
	struct advocacy_demands demands;
	struct advocacy_helps helps;
	struct record record;

	if (record_find(&records, event, &record, e) != 0 ||
	    advocacy_demands(&reader, &record, &demands, e) != 0 ||
	    advocacy_helps(&reader, &record, &helps, e) != 0)
		return -1;
	struct site_demands parts = site_law_demands(s->a, s->vocab, &demands, &helps, lang);
	if (parts.count + parts.n_helps > 0)
		site_demands(&t, &parts);
	*out = (struct html){buf_str(page)};
	return 0;
}
