#include "face/say/board_json.h"

#include "face/say/board_words.h"

static void
ids_put(struct json *list, const struct board_words *w, const int32_t *claims, size_t count)
{
	for (size_t i = 0; i < count; i++)
		json_push_str(list, board_words_id(w, claims[i]));
}

static void
assumes_put(struct json *o, const struct board_words *w, uint64_t mask, const int32_t *inferred,
    size_t count)
{
	const struct vocab *v = w->board->vocab;
	struct json *list = json_set_array(o, STR("assumes"));

	for (size_t i = 0; i < v->n_assumptions; i++) {
		if ((mask >> i & 1) != 0)
			json_push_str(list, v->assumptions[i].id);
	}
	for (size_t i = 0; i < count; i++) {
		struct str id = board_words_id(w, inferred[i]);
		json_push_str(list, arena_fmt(w->a, "days:%.*s", STR_ARG(id)));
	}
}

static void
floors_put(struct json *o, const struct board_words *w, const struct count_scope *scope)
{
	struct json *floors = json_set_array(o, STR("floors"));

	for (size_t i = 0; i < scope->n_floors; i++) {
		const struct count_floor *f = &scope->floors[i];
		struct json *row = json_push_object(floors);
		json_set_str(row, STR("believe"), f->believe);
		json_set_int(row, STR("low"), f->floor.low);
		ids_put(json_set_array(row, STR("basis")), w, f->floor.basis, f->floor.basis_count);
		assumes_put(row, w, f->floor.assumes, f->floor.inferred, f->floor.inferred_count);
		json_set_bool(row, STR("disputed"), f->disputed);
	}
}

static void
scope_put(struct json *list, const struct board_words *w, const struct count_scope *scope)
{
	const struct vocab *v = w->board->vocab;
	struct json *o = json_push_object(list);

	json_set_str(o, STR("measure"), v->measures[scope->scope.measure].id);
	json_set_str(o, STR("unit"), scope->unit);
	json_set_str(o, STR("who"), v->whos[scope->scope.who].id);
	json_set_str(o, STR("place"), scope->place);
	json_set_str(o, STR("days"), scope->days);
	if (scope->scope.time.n > 0)
		json_set_str(o, STR("time"), scope->scope.time);
	if (scope->scope.days_of == WORLD_DECISION)
		json_set_str(o, STR("day_of"), STR("decision"));
	floors_put(o, w, scope);
	struct json *own = json_set_array(o, STR("own"));
	for (size_t i = 0; i < scope->n_own; i++) {
		struct json *row = json_push_object(own);
		json_set_str(row, STR("origin"), w->board->world.origins[scope->own[i].origin]);
		json_set_int(row, STR("low"), scope->own[i].range.low);
		json_set_int(row, STR("high"), scope->own[i].range.high);
		ids_put(json_set_array(row, STR("claims")), w, scope->own[i].claims,
		    scope->own[i].claim_count);
	}
}

static void
clash_put(struct json *list, const struct board_words *w, const struct clash *clash)
{
	struct json *o = json_push_object(list);
	int32_t *inferred = ARENA_ARRAY(w->a, int32_t, clash->claim_count);
	size_t n = 0;

	ids_put(json_set_array(o, STR("claims")), w, clash->claims, clash->claim_count);
	for (size_t i = 0; i < clash->claim_count; i++) {
		if (w->board->world.claims[clash->claims[i]].days_inferred)
			inferred[n++] = clash->claims[i];
	}
	assumes_put(o, w, clash->assumes, inferred, n);
	json_set_int(o, STR("gap"), clash->gap);
}

struct json *
board_json(struct arena *a, const struct count_board *board, enum lang lang)
{
	const struct board_words w = {a, lang, board, true, true};
	struct json *answer = json_object(a);
	struct json *scopes = json_set_array(answer, STR("scopes"));
	struct json *clashes = json_set_array(answer, STR("clashes"));

	json_set_bool(answer, STR("clashes_capped"), board->clashes.capped);
	struct json *flags = json_set_array(answer, STR("flags"));
	for (size_t i = 0; i < board->n_scopes; i++)
		scope_put(scopes, &w, &board->scopes[i]);
	for (size_t i = 0; i < board->clashes.real_count; i++)
		clash_put(clashes, &w, &board->clashes.real[i]);
	for (size_t i = 0; i < board->n_flags; i++) {
		const struct remark *flag = &board->flags[i];
		bool valued = flag->value != REMARK_NO_VALUE;
		struct json *o = json_push_object(flags);
		json_set_str(o, STR("kind"), remark_name(flag->kind));
		ids_put(json_set_array(o, STR("claims")), &w, flag->claims, flag->claim_count);
		json_set(o, STR("value"), valued ? json_int(a, flag->value) : json_null(a));
		json_set_str(o, STR("text"), board_words_flag(&w, flag));
	}
	return answer;
}
