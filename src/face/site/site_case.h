/*
 * site_case: what the page of a case holds besides its text, as markup: the count board, the
 * map, acts stage by stage, the law, demands; and the board as files. All of it is what the
 * public may see.
 */
#ifndef GUVOH_FACE_SITE_SITE_CASE_H
#define GUVOH_FACE_SITE_SITE_CASE_H

#include "domain/count/board.h"
#include "face/site/site.h"
#include "face/site/site_panel.h"

/* Which page it stands on: base is its address, "/en/june-2019/". */
struct site_at {
	enum lang lang;
	struct str base;
};

/*
 * Reads the public figures of an event; n_scopes is 0 where nobody gave one. Lives as long as
 * the page. Errors are those of count_public.
 */
MUST_CHECK int site_case_read(
    struct site *s, struct str event, struct count_board *out, struct err *e);

/* Markup on s->a; empty where there is nothing to show. The board goes with its panel, which a
 * viewer of the team may have alone, and more of it: errors are those of panel_read. */
MUST_CHECK int site_case_board(struct site *s, const struct count_board *board, struct site_at at,
    struct html *out, struct err *e);
MUST_CHECK int site_case_panel(
    struct site *s, const struct site_panel_ask *ask, struct html *out, struct err *e);
struct html site_case_map(struct site *s, const struct count_board *board, struct site_at at);

/*
 * An act by id or alias; the law and the demands of an event. Errors are those of record_find
 * and of domain/advocacy; *out is empty markup where nothing is known.
 */
MUST_CHECK int site_case_act(
    struct site *s, struct str id, enum lang lang, struct html *out, struct err *e);
MUST_CHECK int site_case_law(
    struct site *s, struct str event, enum lang lang, struct html *out, struct err *e);
MUST_CHECK int site_case_demands(
    struct site *s, struct str event, enum lang lang, struct html *out, struct err *e);

/* The whole board as CSV and JSON, and the shown one as a drawing of its own (SVG). */
void site_case_csv(
    const struct site *s, const struct count_board *board, enum lang lang, struct buf *out);
void site_case_json(
    const struct site *s, const struct count_board *board, enum lang lang, struct buf *out);
void site_case_svg(
    const struct site *s, const struct count_board *board, enum lang lang, struct buf *out);

#endif
