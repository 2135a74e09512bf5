#include "domain/export/internal.h"

static const char columns[] =
    "person use source given_by how until withdrawn why added_at added_by";

static int
row(const struct record_reader *records, const struct record_consent *c, struct export_writer *w,
    struct err *e)
{
	struct record person;

	if (record_find(records, c->person_id, &person, e) < 0)
		return -1;
	const struct str texts[] = {record_name(&person), c->use, c->source, c->given_by, c->how,
	    c->until, c->withdrawn ? STR("yes") : STR(""), c->why, c->added_at, c->added_by};
	return export_texts(w, texts, e);
}

int
export_consents(const struct export_gate *gate, const struct export_wish *wish,
    struct export_writer *w, struct err *e)
{
	struct arena *a = gate->reader->arena;
	const struct record_reader records = export_records_on(gate, a);
	struct record_consents all;

	(void)wish;
	if (record_consents(&records, STR(""), &all, e) < 0 ||
	    export_head_of(w, a, str_of(columns), e) < 0)
		return -1;
	for (size_t i = 0; i < all.count; i++) {
		if (row(&records, &all.at[i], w, e) < 0)
			return -1;
		export_tick(w, i + 1, all.count);
	}
	return 0;
}
