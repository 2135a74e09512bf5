#include "face/say/advocacy_json.h"

static void
set_known(struct json *o, const char *key, struct str text)
{
	if (text.n > 0)
		json_set_str(o, str_of(key), text);
}

static void
set_said(struct json *o, const struct record_statement *said)
{
	struct json *by = json_set_object(o, STR("said"));

	json_set_str(by, STR("statement"), said->id);
	set_known(by, "speaker", said->speaker);
	set_known(by, "via", said->via);
	set_known(by, "said_at", said->said_at);
	set_known(by, "basis", said->basis);
	set_known(by, "source", said->source);
	set_known(by, "words", said->words);
}

/* Fills o with a value; of a qualifier the statement says who said it. */
static void
fill_value(struct json *o, const struct advocacy_value *value, bool with_said)
{
	set_known(o, "id", value->id);
	set_known(o, "kind", value->kind);
	json_set_str(o, STR("text"), value->text);
	if (value->disputed)
		json_set_bool(o, STR("disputed"), true);
	if (with_said && value->said != NULL)
		set_said(o, value->said);
}

static void
set_value(struct json *o, const char *key, const struct advocacy_value *value)
{
	if (value->said != NULL)
		fill_value(json_set_object(o, str_of(key)), value, true);
}

static void
set_values(struct json *o, const char *key, const struct advocacy_values *values)
{
	struct json *rows = json_set_array(o, str_of(key));

	for (size_t i = 0; i < values->count; i++)
		fill_value(json_push_object(rows), &values->at[i], true);
}

static void
set_record(struct json *o, const struct record *record)
{
	json_set_str(o, STR("id"), record_name(record));
	json_set_str(o, STR("key"), record->id);
}

/* Values of a qualifier: its statement says who said them. */
static void
set_texts(struct json *o, const struct advocacy_values *values)
{
	struct json *rows = json_set_array(o, STR("values"));

	for (size_t i = 0; i < values->count; i++)
		fill_value(json_push_object(rows), &values->at[i], false);
}

/* --- Acts ----------------------------------------------------------------------------------- */

static void
set_details(struct json *o, const struct advocacy_facts *details)
{
	struct json *rows = json_set_array(o, STR("details"));

	for (size_t i = 0; i < details->count; i++) {
		struct json *row = json_push_object(rows);
		json_set_str(row, STR("property"), details->at[i].property->id);
		json_set_str(row, STR("label"), details->at[i].label);
		set_texts(row, &details->at[i].values);
	}
}

static void
set_rights(struct json *o, const struct advocacy_step *step)
{
	if (step->n_rights == 0)
		return;
	struct json *rows = json_set_array(o, STR("rights"));
	for (size_t i = 0; i < step->n_rights; i++) {
		struct json *row = json_push_object(rows);
		json_set_str(row, STR("id"), step->rights[i].id);
		json_set_str(row, STR("label"), step->rights[i].label);
		json_set_str(row, STR("state"), step->rights[i].state);
		json_set_str(row, STR("text"), step->rights[i].text);
		json_set_bool(row, STR("known"), step->rights[i].known);
	}
}

static void
set_steps(struct json *o, const char *key, const struct advocacy_steps *steps)
{
	struct json *rows = json_set_array(o, str_of(key));

	for (size_t i = 0; i < steps->count; i++) {
		const struct advocacy_step *step = &steps->at[i];
		struct json *row = json_push_object(rows);
		fill_value(row, &step->what, true);
		if (step->order > 0)
			json_set_int(row, STR("order"), step->order);
		set_known(row, "date", step->date);
		set_known(row, "time", step->time);
		if (step->place.said != NULL)
			fill_value(json_set_object(row, STR("place")), &step->place, false);
		if (step->authority.said != NULL)
			fill_value(json_set_object(row, STR("authority")), &step->authority, false);
		set_details(row, &step->details);
		if (step->notes.count > 0)
			set_values(row, "notes", &step->notes);
		set_rights(row, step);
	}
}

static void
set_facts(struct json *o, const struct advocacy_facts *facts)
{
	struct json *rows = json_set_array(o, STR("facts"));

	for (size_t i = 0; i < facts->count; i++) {
		struct json *row = json_push_object(rows);
		json_set_str(row, STR("property"), facts->at[i].property->id);
		json_set_str(row, STR("label"), facts->at[i].label);
		set_values(row, "values", &facts->at[i].values);
	}
}

struct json *
advocacy_json_act(struct arena *a, const struct advocacy_act *act)
{
	struct json *o = json_object(a);

	set_record(o, &act->record);
	json_set_str(o, STR("kind"), act->record.kind);
	json_set_str(o, STR("name"), act->name);
	set_value(o, "type", &act->type);
	set_value(o, "date", &act->date);
	set_value(o, "place", &act->place);
	set_values(o, "victims", &act->victims);
	set_values(o, "descriptions", &act->descriptions);
	set_steps(o, "involved", &act->involved);
	set_steps(o, "stages", &act->stages);
	set_steps(o, "remedies", &act->remedies);
	set_facts(o, &act->facts);
	return o;
}

/* --- Demands -------------------------------------------------------------------------------- */

static void
set_answers(struct json *o, const struct advocacy_demand *demand)
{
	struct json *rows = json_set_array(o, STR("answers"));

	for (size_t i = 0; i < demand->n_answers; i++) {
		const struct advocacy_answer *answer = &demand->answers[i];
		struct json *row = json_push_object(rows);
		set_record(row, &answer->record);
		json_set_str(row, STR("kind"), answer->record.kind);
		set_value(row, "what", &answer->what);
		set_values(row, "by", &answer->by);
		set_value(row, "date", &answer->date);
		set_value(row, "text", &answer->text);
		set_value(row, "deadline", &answer->deadline);
		set_value(row, "kept", &answer->kept);
		set_value(row, "impact", &answer->impact);
	}
}

static void
fill_demand(struct json *o, const struct advocacy_demand *demand)
{
	set_record(o, &demand->record);
	set_values(o, "by", &demand->by);
	set_values(o, "to", &demand->to);
	set_value(o, "action", &demand->action);
	set_values(o, "kinds", &demand->kinds);
	set_value(o, "deadline", &demand->deadline);
	set_value(o, "consequence", &demand->consequence);
	set_value(o, "form", &demand->form);
	set_value(o, "made", &demand->made);
	set_values(o, "about", &demand->about);
	set_values(o, "provisions", &demand->provisions);
	set_answers(o, demand);
}

struct json *
advocacy_json_demands(
    struct arena *a, const struct advocacy_demands *demands, const struct advocacy_helps *helps)
{
	struct json *o = json_object(a);
	struct json *rows = json_set_array(o, STR("demands"));

	for (size_t i = 0; i < demands->count; i++)
		fill_demand(json_push_object(rows), &demands->at[i]);
	rows = json_set_array(o, STR("assistance"));
	for (size_t i = 0; i < helps->count; i++) {
		const struct advocacy_help *help = &helps->at[i];
		struct json *row = json_push_object(rows);
		set_record(row, &help->record);
		set_values(row, "needs", &help->needs);
		set_values(row, "for", &help->receivers);
		set_values(row, "given_by", &help->givers);
		set_value(row, "state", &help->state);
		set_value(row, "text", &help->text);
		set_value(row, "date", &help->date);
	}
	return o;
}

/* --- Law ------------------------------------------------------------------------------------ */

static void
fill_finding(struct json *o, const struct advocacy_finding *finding)
{
	set_record(o, &finding->record);
	set_value(o, "text", &finding->text);
	set_values(o, "about", &finding->about);
	set_values(o, "provisions", &finding->provisions);
	set_values(o, "tests", &finding->tests);
	set_value(o, "result", &finding->result);
	set_value(o, "proof", &finding->proof);
	set_value(o, "by", &finding->by);
	set_value(o, "date", &finding->date);
	set_values(o, "state_answers", &finding->state_answers);
}

struct json *
advocacy_json_law(struct arena *a, const struct advocacy_law *law)
{
	struct json *o = json_object(a);
	struct json *rows = json_set_array(o, STR("findings"));

	for (size_t i = 0; i < law->n_findings; i++)
		fill_finding(json_push_object(rows), &law->findings[i]);
	rows = json_set_array(o, STR("provisions"));
	for (size_t i = 0; i < law->n_provisions; i++) {
		const struct advocacy_provision *p = &law->provisions[i];
		struct json *row = json_push_object(rows);
		json_set_str(row, STR("id"), p->provision->id);
		json_set_str(row, STR("instrument"), p->instrument);
		set_known(row, "article", p->provision->article);
		json_set_str(row, STR("label"), p->label);
		struct json *findings = json_set_array(row, STR("findings"));
		for (size_t k = 0; k < p->n_findings; k++)
			json_push_str(findings, record_name(&law->findings[p->findings[k]].record));
	}
	return o;
}
