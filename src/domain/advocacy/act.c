#include "domain/advocacy/internal.h"

/* Properties that an act has a field for. */
#define OWN_FIELDS                                                                                 \
	STR("name type date place victim description involved stage stage-note remedy part-of")

static int
shape(struct teller *t, const struct record_sheet *sheet, struct advocacy_act *out, struct err *e)
{
	struct advocacy_act act = {.record = sheet->record, .name = advocacy_name(t, sheet)};

	t->day = record_day(t->arena, sheet);
	if (advocacy_value_of(t, sheet, STR("type"), &act.type, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("date"), &act.date, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("place"), &act.place, e) < 0 ||
	    advocacy_values_of(t, sheet, STR("victim"), &act.victims, e) < 0 ||
	    advocacy_values_of(t, sheet, STR("description"), &act.descriptions, e) < 0 ||
	    advocacy_steps_of(t, sheet, STR("involved"), &act.involved, e) < 0 ||
	    advocacy_steps_of(t, sheet, STR("stage"), &act.stages, e) < 0 ||
	    advocacy_steps_of(t, sheet, STR("remedy"), &act.remedies, e) < 0 ||
	    advocacy_facts_of(t, sheet, OWN_FIELDS, &act.facts, e) < 0)
		return -1;
	*out = act;
	return 0;
}

int
advocacy_act(const struct advocacy_reader *reader, const struct record *record,
    struct advocacy_act *out, struct err *e)
{
	struct teller t = advocacy_teller(reader);
	struct record_sheet sheet;

	if (advocacy_need_kind(record, STR("act"), e) < 0 ||
	    record_read(reader->records, record, &sheet, e) < 0)
		return -1;
	return shape(&t, &sheet, out, e);
}
