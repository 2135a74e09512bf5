#include "domain/advocacy/internal.h"

static int
shape_response(
    struct teller *t, const struct record_sheet *sheet, struct advocacy_answer *out, struct err *e)
{
	struct advocacy_answer answer = {.record = sheet->record};
	bool response = str_eq(sheet->record.kind, STR("response"));

	if (advocacy_value_of(t, sheet, response ? STR("kind") : STR("step"), &answer.what, e) <
		0 ||
	    advocacy_values_of(t, sheet, response ? STR("by") : STR("party"), &answer.by, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("date"), &answer.date, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("deadline"), &answer.deadline, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("text"), &answer.text, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("kept"), &answer.kept, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("impact"), &answer.impact, e) < 0)
		return -1;
	*out = answer;
	return 0;
}

/* Responses and steps of a dialogue that say they answer the demand. */
static int
set_answers(struct teller *t, struct advocacy_demand *demand, struct err *e)
{
	struct record_sheets sheets;

	if (record_related(t->records, demand->record.id, STR(""), &sheets, e) < 0)
		return -1;
	struct record_sheet *answers = ARENA_ARRAY(t->arena, struct record_sheet, sheets.count);
	for (size_t i = 0; i < sheets.count; i++)
		if (advocacy_refers(&sheets.at[i], STR("answers"), demand->record.id))
			answers[demand->n_answers++] = sheets.at[i];
	advocacy_sort(t, answers, demand->n_answers, STR("date"));
	struct advocacy_answer *at =
	    ARENA_ARRAY(t->arena, struct advocacy_answer, demand->n_answers);
	for (size_t i = 0; i < demand->n_answers; i++)
		if (shape_response(t, &answers[i], &at[i], e) < 0)
			return -1;
	demand->answers = at;
	return 0;
}

static int
shape(
    struct teller *t, const struct record_sheet *sheet, struct advocacy_demand *out, struct err *e)
{
	struct advocacy_demand demand = {.record = sheet->record};

	if (advocacy_values_of(t, sheet, STR("by"), &demand.by, e) < 0 ||
	    advocacy_values_of(t, sheet, STR("to"), &demand.to, e) < 0 ||
	    advocacy_values_of(t, sheet, STR("about"), &demand.about, e) < 0 ||
	    advocacy_values_of(t, sheet, STR("kind"), &demand.kinds, e) < 0 ||
	    advocacy_values_of(t, sheet, STR("provision"), &demand.provisions, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("action"), &demand.action, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("consequence"), &demand.consequence, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("form"), &demand.form, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("made"), &demand.made, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("deadline"), &demand.deadline, e) < 0 ||
	    set_answers(t, &demand, e) < 0)
		return -1;
	*out = demand;
	return 0;
}

int
advocacy_demands(const struct advocacy_reader *reader, const struct record *event,
    struct advocacy_demands *out, struct err *e)
{
	struct teller t = advocacy_teller(reader);
	struct record_sheets sheets;

	if (advocacy_about(&t, event, STR("demand"), STR("made"), &sheets, e) < 0)
		return -1;
	struct advocacy_demand *at = ARENA_ARRAY(t.arena, struct advocacy_demand, sheets.count);
	for (size_t i = 0; i < sheets.count; i++)
		if (shape(&t, &sheets.at[i], &at[i], e) < 0)
			return -1;
	*out = (struct advocacy_demands){at, sheets.count};
	return 0;
}

static int
shape_help(
    struct teller *t, const struct record_sheet *sheet, struct advocacy_help *out, struct err *e)
{
	struct advocacy_help help = {.record = sheet->record};

	if (advocacy_values_of(t, sheet, STR("need"), &help.needs, e) < 0 ||
	    advocacy_values_of(t, sheet, STR("for"), &help.receivers, e) < 0 ||
	    advocacy_values_of(t, sheet, STR("given-by"), &help.givers, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("state"), &help.state, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("text"), &help.text, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("date"), &help.date, e) < 0)
		return -1;
	*out = help;
	return 0;
}

int
advocacy_helps(const struct advocacy_reader *reader, const struct record *event,
    struct advocacy_helps *out, struct err *e)
{
	struct teller t = advocacy_teller(reader);
	struct record_sheets sheets;

	if (advocacy_about(&t, event, STR("assistance"), STR("date"), &sheets, e) < 0)
		return -1;
	struct advocacy_help *at = ARENA_ARRAY(t.arena, struct advocacy_help, sheets.count);
	for (size_t i = 0; i < sheets.count; i++)
		if (shape_help(&t, &sheets.at[i], &at[i], e) < 0)
			return -1;
	*out = (struct advocacy_helps){at, sheets.count};
	return 0;
}
