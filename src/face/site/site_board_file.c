/* The board of a publication as files: CSV, JSON, SVG. */
#include "face/site/site_page.h"

/* The board behind the address, and its page. */
static int
board_at(struct site *s, const struct str *args, struct site_page *page, struct count_board *board,
    struct err *e)
{
	if (site_page_find(s, args[0], args[1], page, e) != 0)
		return -1;
	return site_case_read(s, page->publication.event, board, e);
}

int
site_csv(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	struct site_page page;
	struct count_board board;

	if (board_at(s, args, &page, &board, e) != 0)
		return -1;
	out->type = STR("text/csv; charset=utf-8");
	site_case_csv(s, &board, page.at.lang, out->body);
	return 0;
}

int
site_json(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	struct site_page page;
	struct count_board board;

	if (board_at(s, args, &page, &board, e) != 0)
		return -1;
	out->type = STR("application/json; charset=utf-8");
	site_case_json(s, &board, page.at.lang, out->body);
	return 0;
}

int
site_svg(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	struct site_page page;
	struct count_board board;

	if (board_at(s, args, &page, &board, e) != 0)
		return -1;
	out->type = STR("image/svg+xml; charset=utf-8");
	site_case_svg(s, &board, page.at.lang, out->body);
	return 0;
}

static int
add_file(const struct site_page *page, struct site_paths *paths, const char *name)
{
	site_paths_add(
	    paths, arena_fmt(page->site->a, "%.*sboard.%s", STR_ARG(page->at.base), name));
	return 0;
}

static int
add_csv(const struct site_page *page, void *arg, struct err *e)
{
	(void)e;
	return add_file(page, arg, "csv");
}

static int
add_json(const struct site_page *page, void *arg, struct err *e)
{
	(void)e;
	return add_file(page, arg, "json");
}

static int
add_svg(const struct site_page *page, void *arg, struct err *e)
{
	(void)e;
	return add_file(page, arg, "svg");
}

int
site_csv_paths(struct site *s, struct site_paths *out, struct err *e)
{
	return site_page_each(s, add_csv, out, e);
}

int
site_json_paths(struct site *s, struct site_paths *out, struct err *e)
{
	return site_page_each(s, add_json, out, e);
}

int
site_svg_paths(struct site *s, struct site_paths *out, struct err *e)
{
	return site_page_each(s, add_svg, out, e);
}
