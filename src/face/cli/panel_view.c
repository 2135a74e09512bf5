#include "face/cli/panel_view.h"

#include "face/cli/column.h"
#include "face/say/panel_words.h"

#define NAME_WIDTH 36
#define WIDTH 80
#define OVERLAPS 12 /* most that a terminal shows */

/* ---- text ---- */

static void
heading(struct cli *c, const char *key)
{
	buf_putc(c->out, '\n');
	buf_put(c->out, message_text(c->a, c->lang, str_of(key)));
	buf_putc(c->out, '\n');
}

static void
sentences(struct cli *c, struct str mark, const struct str *texts, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		buf_put(c->out, mark);
		column_wrap(c->out, texts[i], mark.n, WIDTH - mark.n);
	}
}

static void
lines(struct cli *c, const struct panel_line *at, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		buf_put(c->out, STR("  "));
		column_pad(c->out, at[i].name, NAME_WIDTH);
		buf_put(c->out, at[i].range);
		buf_putc(c->out, '\n');
		sentences(c, STR("    ! "), at[i].doubts, at[i].n_doubts);
	}
}

static void
overlaps(struct cli *c, const struct panel_words *p)
{
	heading(c, "panel.overlaps");
	for (size_t i = 0; i < p->n_overlaps && i < OVERLAPS; i++) {
		buf_put(c->out, STR("  "));
		column_pad(c->out, p->overlaps[i].lists, NAME_WIDTH);
		buf_put(c->out, p->overlaps[i].number);
		buf_putc(c->out, '\n');
	}
	if (p->n_overlaps > OVERLAPS)
		buf_put(c->out, STR("  ...\n"));
}

static void
panel_text(struct cli *c, const struct panel_words *p)
{
	heading(c, "panel.title");
	if (p->n_overlaps > 0)
		overlaps(c, p);
	if (p->n_methods > 0) {
		heading(c, "panel.estimates");
		lines(c, p->methods, p->n_methods);
		sentences(c, STR(""), &p->range, 1);
		sentences(c, STR("! "), p->doubts, p->n_doubts);
		heading(c, "panel.leave_out");
		lines(c, p->without, p->n_without);
		buf_putc(c->out, '\n');
		sentences(c, STR(""), &p->kept, 1);
	}
	if (p->none.n > 0)
		sentences(c, STR(""), &p->none, 1);
	if (p->n_needs > 0) {
		heading(c, "panel.needs");
		sentences(c, STR("- "), p->needs, p->n_needs);
	}
	if (p->truth.n > 0) {
		buf_putc(c->out, '\n');
		sentences(c, STR(""), &p->truth, 1);
	}
	if (p->n_assumptions > 0) {
		heading(c, "panel.assumptions");
		sentences(c, STR("- "), p->assumptions, p->n_assumptions);
	}
}

/* ---- JSON ---- */

static void
texts_put(struct json *o, struct str name, const struct str *texts, size_t n)
{
	struct json *list = json_set_array(o, name);

	for (size_t i = 0; i < n; i++)
		json_push_str(list, texts[i]);
}

static void
ends_put(struct json *o, int64_t low, int64_t high, bool open)
{
	json_set_int(o, STR("low"), low);
	if (open)
		json_set_null(o, STR("high"));
	else
		json_set_int(o, STR("high"), high);
}

static void
lines_put(struct json *list, const struct panel_line *at, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct json *o = json_push_object(list);
		json_set_str(o, STR("name"), at[i].name);
		json_set_bool(o, STR("refused"), !at[i].given);
		if (at[i].given) {
			if (at[i].point > 0)
				json_set_int(o, STR("point"), at[i].point);
			ends_put(o, at[i].low, at[i].high, at[i].open);
		}
		texts_put(o, STR("warnings"), at[i].doubts, at[i].n_doubts);
	}
}

static void
panel_json(struct json *o, const struct panel *p, const struct panel_words *words)
{
	const struct panel_estimate *x = &p->estimate;

	json_set_bool(o, STR("estimated"), p->estimated);
	json_set_bool(o, STR("stale"), p->stale);
	if (words->none.n > 0)
		json_set_str(o, STR("none"), words->none);
	if (p->estimated) {
		json_set_str(o, STR("estimate"), x->id);
		json_set_str(o, STR("linkage"), x->linkage);
		lines_put(json_set_array(o, STR("methods")), words->methods, words->n_methods);
		lines_put(json_set_array(o, STR("without")), words->without, words->n_without);
		texts_put(o, STR("warnings"), words->doubts, words->n_doubts);
	}
	if (x->has_range) {
		struct json *range = json_set_object(o, STR("headline"));
		ends_put(range, x->low, x->high, x->is_open);
	} else {
		json_set_null(o, STR("headline"));
	}
	if (p->people.about.truth > 0 && p->documented)
		json_set_int(o, STR("truth"), p->people.about.truth);
	texts_put(o, STR("needs"), words->needs, words->n_needs);
	texts_put(o, STR("assumes"), words->assumptions, words->n_assumptions);
}

int
panel_view(struct cli *c, const struct count_reader *reader, struct str event,
    const struct count_board *board, struct json *answer, struct err *e)
{
	const struct viewer viewer = {
	    option_has(&c->line, OPTION_PUBLIC) ? VIEWER_PUBLIC : VIEWER_TEAM};
	const struct board_words w = {c->a, c->lang, board, c->utf8, false};
	struct panel panel;

	if (panel_read(reader, viewer, event, board, &panel, e) != 0)
		return -1;
	struct panel_words words = panel_words_of(&w, &panel);
	if (answer != NULL)
		panel_json(json_set_object(answer, STR("panel")), &panel, &words);
	else
		panel_text(c, &words);
	if (answer == NULL && panel.documented && !panel.estimated)
		cli_say(c, STR("cli.panel.make"), event);
	return 0;
}
