#include "domain/person/internal.h"
#include "domain/person/person_sql.h"

/* --- Mentions by name ----------------------------------------------------------------------- */

struct str
person_seen_name(struct arena *a, const struct person_seen *seen)
{
	struct str list = seen->list;

	return arena_fmt(a, "%.*s:%lld", STR_ARG(list), (long long)seen->line);
}

int
person_mention_find(
    const struct person_reader *reader, struct str name, struct person_seen *out, struct err *e)
{
	struct sql_mention_at_row row;
	struct person_list list;
	size_t colon = str_find(name, ':');
	struct person_seen seen = {.line = 0};

	if (colon == name.n || !str_to_int(str_sub(name, colon + 1, name.n), &seen.line))
		return err_fail(e, ERR_INPUT, STR("people.mention_name"), name);
	if (person_list_find(reader, str_sub(name, 0, colon), &list, e) < 0)
		return -1;
	int found = sql_mention_at_one(reader->db, list.id, seen.line, reader->arena, &row, e);
	if (found < 0)
		return -1;
	if (found == 0)
		return err_fail(e, ERR_NOTFOUND, STR("people.mention"), name, list.name);
	if (person_texts(reader->arena, row.cells, &seen.cells, &seen.width, e) < 0)
		return -1;
	seen.list = list.name;
	seen.list_id = list.id;
	seen.columns = list.columns;
	*out = seen;
	return 0;
}

/* --- Verdicts ------------------------------------------------------------------------------- */

bool
person_in_order(const struct person_seen *x, const struct person_seen *y)
{
	int order = str_cmp(x->list_id, y->list_id);

	return order < 0 || (order == 0 && x->line < y->line);
}

int
person_judged(const struct person_reader *reader, const struct person_seen *x,
    const struct person_seen *y, int64_t *nth, struct str *said, struct err *e)
{
	const struct person_seen *first = person_in_order(x, y) ? x : y;
	const struct person_seen *second = first == x ? y : x;
	const struct sql_verdict_of_in in = {
	    first->list_id, first->line, second->list_id, second->line};
	struct sql_verdict_of_row row;
	int found = sql_verdict_of_one(reader->db, &in, reader->arena, &row, e);

	if (found < 0)
		return -1;
	*nth = found > 0 ? row.nth : 0;
	*said = found > 0 && !str_eq(row.said, STR("none")) ? row.said : STR("");
	return 0;
}

struct archive_part
person_judge_part(struct arena *a, const struct person_seen *x, const struct person_seen *y,
    int64_t nth, struct str said)
{
	const struct person_seen *first = person_in_order(x, y) ? x : y;
	const struct person_seen *second = first == x ? y : x;
	struct json *body = json_object(a);

	json_set_str(body, STR("list"), first->list_id);
	json_set_int(body, STR("line"), first->line);
	json_set_str(body, STR("other_list"), second->list_id);
	json_set_int(body, STR("other_line"), second->line);
	json_set_int(body, STR("nth"), nth);
	json_set_str(body, STR("said"), said);
	return (struct archive_part){.op = STR("mention.judge"), .version = 1, .body = body};
}

static int
check(const struct person_seen *x, const struct person_seen *y, struct str said, struct err *e)
{
	static const struct str words[] = {
	    STR_INIT("same"), STR_INIT("different"), STR_INIT("unsure"), STR_INIT("none")};
	bool known = false;

	if (!person_in_order(x, y) && !person_in_order(y, x))
		return err_fail(e, ERR_INPUT, STR("people.self"));
	for (size_t i = 0; i < LENGTH(words); i++)
		known = known || str_eq(said, words[i]);
	return known ? 0 : err_fail(e, ERR_INPUT, STR("people.verdict"), said);
}

/* The archive is held: the next word on the pair is the last one. */
static int
judge_held(const struct person_writer *writer, const struct person_seen *x,
    const struct person_seen *y, struct str said, bool *fresh, struct err *e)
{
	const struct person_reader reader = {
	    archive_db(writer->archive), writer->arena, {VIEWER_TEAM}, NULL};
	struct str before;
	int64_t nth;

	if (person_judged(&reader, x, y, &nth, &before, e) < 0)
		return -1;
	*fresh = !str_eq(before, str_eq(said, STR("none")) ? STR("") : said);
	if (!*fresh)
		return 0;
	const struct archive_part part = person_judge_part(writer->arena, x, y, nth + 1, said);
	return archive_append(writer->archive, writer->stamp, &part, 1, NULL, e);
}

int
person_judge(const struct person_writer *writer, const struct person_seen *x,
    const struct person_seen *y, struct str said, bool *fresh, struct err *e)
{
	if (check(x, y, said, e) < 0 || archive_hold(writer->archive, e) < 0)
		return -1;
	int r = judge_held(writer, x, y, said, fresh, e);
	archive_release(writer->archive);
	return r;
}
