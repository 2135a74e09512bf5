#include "base/buf.h"
#include "domain/publication/internal.h"

static void
set_reading(struct json *said, const struct phrase *reading)
{
	json_set_int(said, STR("low"), reading->said.low);
	if (reading->said.high != INTERVAL_OPEN)
		json_set_int(said, STR("high"), reading->said.high);
	json_set_str(said, STR("exactness"), phrase_exactness_name(reading->exactness));
	if (reading->has_number)
		json_set_int(said, STR("number"), reading->number);
	if (reading->modal)
		json_set_int(said, STR("modal"), reading->modal_number);
}

struct json *
publication_said_json(struct arena *a, const struct publication_said *said)
{
	struct json *o = json_object(a);

	if (said->answered)
		set_reading(o, &said->reading);
	if (said->whose.n > 0)
		json_set_str(o, STR("whose"), said->whose);
	if (said->n_rows == 0)
		return o;
	struct json *rows = json_set_array(o, STR("rows"));
	for (size_t i = 0; i < said->n_rows; i++)
		json_push_str(rows, said->rows[i]);
	return o;
}

static int
read_reading(const struct json *from, struct phrase *out, struct err *e)
{
	struct phrase p = {.said = {0, INTERVAL_OPEN}, .place = 1};
	struct str exactness;

	if (json_need_int(from, STR("low"), &p.said.low, e) < 0 ||
	    json_opt_int(from, STR("high"), &p.said.high, e) < 0 ||
	    json_need_str(from, STR("exactness"), &exactness, e) < 0 ||
	    json_opt_int(from, STR("number"), &p.number, e) < 0 ||
	    json_opt_int(from, STR("modal"), &p.modal_number, e) < 0)
		return -1;
	/* A name a newer program wrote is read as the least exact. */
	if (!phrase_exactness_of(exactness, &p.exactness))
		p.exactness = PHRASE_VAGUE;
	p.has_number = json_get(from, STR("number")) != NULL;
	p.modal = json_get(from, STR("modal")) != NULL;
	p.has_interval = !p.modal;
	*out = p;
	return 0;
}

int
publication_said_read(
    struct arena *a, const struct json *from, struct publication_said *out, struct err *e)
{
	struct publication_said said = {.whose = STR("")};
	const struct json *rows = NULL;

	said.answered = json_get(from, STR("low")) != NULL;
	if ((said.answered && read_reading(from, &said.reading, e) < 0) ||
	    json_opt_str(from, STR("whose"), &said.whose, e) < 0 ||
	    json_opt_array(from, STR("rows"), &rows, e) < 0)
		return -1;
	size_t n = rows == NULL ? 0 : rows->count;
	struct str *at = ARENA_ARRAY(a, struct str, n);
	for (const struct json *i = rows == NULL ? NULL : rows->first; i != NULL; i = i->next)
		at[said.n_rows++] = i->type == JSON_STR ? i->text : STR("");
	said.rows = at;
	*out = said;
	return 0;
}

static bool
same_reading(const struct phrase *a, const struct phrase *b)
{
	return a->said.low == b->said.low && a->said.high == b->said.high &&
	    a->exactness == b->exactness && a->has_number == b->has_number &&
	    a->number == b->number && a->modal == b->modal && a->modal_number == b->modal_number;
}

bool
publication_said_same(const struct publication_said *a, const struct publication_said *b)
{
	if (a->answered != b->answered || !str_eq(a->whose, b->whose) || a->n_rows != b->n_rows ||
	    (a->answered && !same_reading(&a->reading, &b->reading)))
		return false;
	for (size_t i = 0; i < a->n_rows; i++)
		if (!str_eq(a->rows[i], b->rows[i]))
			return false;
	return true;
}

struct str
publication_said_text(struct arena *a, const struct publication_said *said)
{
	const struct phrase *p = &said->reading;

	if (!said->answered)
		return STR("-");
	if (p->modal)
		return arena_fmt(a, "%lld?", (long long)p->modal_number);
	if (p->said.high == INTERVAL_OPEN)
		return arena_fmt(a, ">= %lld", (long long)p->said.low);
	if (p->said.low == p->said.high)
		return arena_fmt(a, "%lld", (long long)p->said.low);
	return arena_fmt(a, "%lld-%lld", (long long)p->said.low, (long long)p->said.high);
}
