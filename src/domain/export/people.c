/* Lists of people, their mentions, and who of them are one person. */
#include "domain/export/internal.h"
#include "domain/person/person.h"

static struct person_reader
reader_of(const struct export_gate *gate)
{
	return (struct person_reader){
	    archive_db(gate->reader->archive), gate->reader->arena, gate->viewer, NULL};
}

/* Lists whose source the reader may have; those that were taken back only when all are wanted. */
static int
lists_given(const struct export_gate *gate, bool all, struct person_lists *out, struct err *e)
{
	const struct person_reader reader = reader_of(gate);
	struct person_lists lists;
	size_t n = 0;

	if (person_list_all(&reader, &lists, e) < 0)
		return -1;
	struct person_list *given = ARENA_ARRAY(reader.arena, struct person_list, lists.count);
	for (size_t i = 0; i < lists.count; i++) {
		const struct person_list *l = &lists.at[i];
		const struct export_source *source = export_gate_source(gate, l->source_id);
		if (!l->destroyed && (all || !l->undone) && source != NULL && source->given)
			given[n++] = *l;
	}
	*out = (struct person_lists){given, n};
	return 0;
}

int
export_lists(const struct export_gate *gate, const struct export_wish *wish,
    struct export_writer *w, struct err *e)
{
	struct arena *a = gate->reader->arena;
	struct person_lists lists;

	if (lists_given(gate, wish->all, &lists, e) < 0 ||
	    export_head_of(w, a,
		STR("name id source event no_repeats mentions undone why added_at added_by"),
		e) < 0)
		return -1;
	for (size_t i = 0; i < lists.count; i++) {
		const struct person_list *l = &lists.at[i];
		const struct str texts[] = {l->name, l->id, l->source, l->event,
		    l->sole ? STR("yes") : STR(""), STR_INT(l->lines),
		    l->undone ? STR("yes") : STR(""), l->why, l->added_at, l->added_by};
		if (export_texts(w, texts, e) < 0)
			return -1;
	}
	return 0;
}

/* A row for each cell that says something: lists have columns of their own. */
static int
mentions_put(const struct person_list *l, const struct person_mentions *mentions,
    struct export_writer *w, struct err *e)
{
	for (size_t i = 0; i < mentions->count; i++) {
		const struct person_mention *m = &mentions->at[i];
		for (size_t k = 0; k < l->width; k++) {
			const struct str texts[] = {
			    l->name, STR_INT(m->line), l->columns[k], m->cells[k]};
			if (m->cells[k].n > 0 && export_texts(w, texts, e) < 0)
				return -1;
		}
	}
	return 0;
}

int
export_mentions(const struct export_gate *gate, const struct export_wish *wish,
    struct export_writer *w, struct err *e)
{
	const struct person_reader reader = reader_of(gate);
	struct person_lists lists;

	if (lists_given(gate, wish->all, &lists, e) < 0 ||
	    export_head_of(w, reader.arena, STR("list line column text"), e) < 0)
		return -1;
	for (size_t i = 0; i < lists.count; i++) {
		struct person_mentions mentions;
		if (person_mentions(&reader, &lists.at[i], &mentions, e) < 0 ||
		    mentions_put(&lists.at[i], &mentions, w, e) < 0)
			return -1;
		export_tick(w, i + 1, lists.count);
	}
	return 0;
}

/* The list of that id, when its mentions are counted to that event and may go. */
static bool
is_of(const struct person_lists *lists, struct str id, struct str event)
{
	for (size_t i = 0; i < lists->count; i++)
		if (str_eq(lists->at[i].id, id))
			return str_eq(lists->at[i].event, event);
	return false;
}

static int
persons_put(const struct person_reader *reader, const struct person_lists *lists, struct str event,
    struct export_writer *w, struct err *e)
{
	struct persons all;

	if (person_all(reader, event, &all, e) < 0)
		return e->code == ERR_NOTFOUND ? 0 : -1; /* nobody has linked them */
	for (size_t i = 0; i < all.count; i++) {
		for (size_t k = 0; k < all.at[i].count; k++) {
			const struct person_seen *seen = &all.at[i].mentions[k];
			const struct str texts[] = {
			    event, all.at[i].id, seen->list, STR_INT(seen->line)};
			if (is_of(lists, seen->list_id, event) && export_texts(w, texts, e) < 0)
				return -1;
		}
	}
	return 0;
}

int
export_persons(const struct export_gate *gate, const struct export_wish *wish,
    struct export_writer *w, struct err *e)
{
	const struct person_reader reader = reader_of(gate);
	struct person_lists lists;

	(void)wish;
	if (lists_given(gate, false, &lists, e) < 0 ||
	    export_head_of(w, reader.arena, STR("event person list line"), e) < 0)
		return -1;
	for (size_t i = 0; i < lists.count; i++) {
		bool before = false;
		for (size_t k = 0; k < i; k++)
			before = before || str_eq(lists.at[k].event, lists.at[i].event);
		if (!before && persons_put(&reader, &lists, lists.at[i].event, w, e) < 0)
			return -1;
	}
	return 0;
}
