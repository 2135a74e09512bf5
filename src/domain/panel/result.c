#include <math.h>

#include "domain/panel/internal.h"

/* --- From an answer --------------------------------------------------------------------------- */

struct panel_methods
panel_methods_of(struct arena *a, const struct answer_ask *ask, const struct answer *answer)
{
	struct panel_method *at = ARENA_ARRAY(a, struct panel_method, answer->count);

	for (size_t i = 0; i < answer->count; i++) {
		const struct estimate *x = &answer->estimates[i];
		at[i] = (struct panel_method){.method = estimate_method_name(x->method),
		    .form = x->form,
		    .role = x->role,
		    .given = answer_gives(ask, x) && isfinite(x->low) && isfinite(x->high) &&
			x->high < (double)JSON_INT_MAX,
		    .doubts = x->doubts};
		if (!at[i].given)
			continue;
		at[i].point = llround(x->point);
		at[i].low = (int64_t)floor(x->low);
		at[i].high = (int64_t)ceil(x->high);
	}
	return (struct panel_methods){at, answer->count};
}

/* --- Writing ---------------------------------------------------------------------------------- */

static void
doubts_write(struct json *o, const struct estimate_doubts *d)
{
	struct json *list = json_set_array(o, STR("doubts"));

	for (size_t i = 0; i < d->count; i++) {
		struct json *one = json_push_object(list);
		json_set_str(one, STR("gate"), estimate_gate_name(d->at[i].gate));
		json_set_str(one, STR("first"), d->at[i].arg[0]);
		json_set_str(one, STR("second"), d->at[i].arg[1]);
	}
}

/* high 0: there is none. */
static void
range_write(struct json *o, bool given, int64_t low, int64_t high)
{
	if (!given)
		return;
	json_set_int(o, STR("low"), low);
	if (high > 0)
		json_set_int(o, STR("high"), high);
}

struct json *
panel_result_write(struct arena *a, const struct panel_estimate *x)
{
	struct json *o = json_object(a);

	json_set_int(o, STR("people"), x->people);
	json_set_int(o, STR("samples"), x->samples);
	struct json *lists = json_set_array(o, STR("lists"));
	for (size_t i = 0; i < x->n_lists; i++)
		json_push_str(lists, x->lists[i]);
	struct json *methods = json_set_array(o, STR("methods"));
	for (size_t i = 0; i < x->methods.count; i++) {
		const struct panel_method *m = &x->methods.at[i];
		struct json *one = json_push_object(methods);
		json_set_str(one, STR("method"), m->method);
		json_set_str(one, STR("form"), m->form);
		json_set_int(one, STR("role"), m->role);
		if (m->given)
			json_set_int(one, STR("point"), m->point);
		range_write(one, m->given, m->low, m->high);
		doubts_write(one, &m->doubts);
	}
	range_write(o, x->has_range, x->low, x->high);
	doubts_write(o, &x->doubts);
	struct json *without = json_set_array(o, STR("without"));
	for (size_t i = 0; i < x->n_without; i++) {
		struct json *one = json_push_object(without);
		json_set_str(one, STR("list"), x->without[i].list);
		range_write(one, x->without[i].given, x->without[i].low, x->without[i].high);
		doubts_write(one, &x->without[i].doubts);
	}
	return o;
}

/* --- Reading ---------------------------------------------------------------------------------- */

/* A gate that a newer program wrote has no sentence here. */
static bool
gate_of(struct str name, enum estimate_gate *out)
{
	for (int g = 0; g < ESTIMATE_GATES; g++) {
		if (str_eq(name, estimate_gate_name((enum estimate_gate)g))) {
			*out = (enum estimate_gate)g;
			return true;
		}
	}
	return false;
}

static int
doubts_read(struct arena *a, const struct json *o, struct estimate_doubts *out, struct err *e)
{
	const struct json *list;

	if (json_need_array(o, STR("doubts"), &list, e) < 0)
		return -1;
	for (const struct json *i = list->first; i != NULL; i = i->next) {
		struct estimate_doubt one = {.gate = ESTIMATE_GATE_ONE_LIST};
		struct str gate;
		if (json_need_str(i, STR("gate"), &gate, e) < 0 ||
		    json_need_str(i, STR("first"), &one.arg[0], e) < 0 ||
		    json_need_str(i, STR("second"), &one.arg[1], e) < 0)
			return -1;
		if (gate_of(gate, &one.gate))
			estimate_doubts_add(a, out, &one);
	}
	return 0;
}

static int
range_read(const struct json *o, bool *given, int64_t *low, int64_t *high, struct err *e)
{
	*given = json_get(o, STR("low")) != NULL;
	return json_opt_int(o, STR("low"), low, e) < 0 || json_opt_int(o, STR("high"), high, e) < 0
	    ? -1
	    : 0;
}

static int
method_read(struct arena *a, const struct json *o, struct panel_method *out, struct err *e)
{
	int64_t role = 0;

	if (json_need_str(o, STR("method"), &out->method, e) < 0 ||
	    json_need_str(o, STR("form"), &out->form, e) < 0 ||
	    json_need_int(o, STR("role"), &role, e) < 0 ||
	    json_opt_int(o, STR("point"), &out->point, e) < 0 ||
	    range_read(o, &out->given, &out->low, &out->high, e) < 0)
		return -1;
	out->role = role == ESTIMATE_SPEAKS ? ESTIMATE_SPEAKS
	    : role == ESTIMATE_BOUND        ? ESTIMATE_BOUND
					    : ESTIMATE_SHOWN;
	return doubts_read(a, o, &out->doubts, e);
}

static int
methods_read(struct arena *a, const struct json *o, struct panel_estimate *out, struct err *e)
{
	const struct json *list;
	size_t n = 0;

	if (json_need_array(o, STR("methods"), &list, e) < 0)
		return -1;
	struct panel_method *at = ARENA_ARRAY(a, struct panel_method, list->count);
	for (const struct json *i = list->first; i != NULL; i = i->next)
		if (method_read(a, i, &at[n++], e) < 0)
			return -1;
	out->methods = (struct panel_methods){at, n};
	return 0;
}

static int
lists_read(struct arena *a, const struct json *o, struct panel_estimate *out, struct err *e)
{
	const struct json *lists, *without;

	if (json_need_array(o, STR("lists"), &lists, e) < 0 ||
	    json_need_array(o, STR("without"), &without, e) < 0)
		return -1;
	struct str *names = ARENA_ARRAY(a, struct str, lists->count);
	struct panel_without *at = ARENA_ARRAY(a, struct panel_without, without->count);
	for (const struct json *i = lists->first; i != NULL; i = i->next)
		names[out->n_lists++] = i->text;
	for (const struct json *i = without->first; i != NULL; i = i->next) {
		struct panel_without *one = &at[out->n_without++];
		if (json_need_str(i, STR("list"), &one->list, e) < 0 ||
		    range_read(i, &one->given, &one->low, &one->high, e) < 0)
			return -1;
		one->is_open = one->given && one->high == 0;
		/* Estimates before rules 3 kept none. */
		if (json_get(i, STR("doubts")) != NULL && doubts_read(a, i, &one->doubts, e) < 0)
			return -1;
	}
	out->lists = names;
	out->without = at;
	return 0;
}

int
panel_result_read(struct arena *a, struct str text, struct panel_estimate *out, struct err *e)
{
	struct json *o;

	if (json_read(a, text, &o, e) < 0 || json_need_int(o, STR("people"), &out->people, e) < 0 ||
	    json_need_int(o, STR("samples"), &out->samples, e) < 0 ||
	    methods_read(a, o, out, e) < 0 ||
	    range_read(o, &out->has_range, &out->low, &out->high, e) < 0 ||
	    doubts_read(a, o, &out->doubts, e) < 0)
		return -1;
	/* Estimates before rules 4 kept an upper end of three lists: it was too low too often. */
	out->is_open = out->has_range && estimate_gravest(&out->doubts) == ESTIMATE_UPPER;
	if (out->is_open)
		out->high = 0;
	return lists_read(a, o, out, e);
}
