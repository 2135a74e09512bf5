#include "domain/advocacy/internal.h"

static int
shape(
    struct teller *t, const struct record_sheet *sheet, struct advocacy_finding *out, struct err *e)
{
	struct advocacy_finding finding = {.record = sheet->record};

	if (advocacy_value_of(t, sheet, STR("text"), &finding.text, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("result"), &finding.result, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("by"), &finding.by, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("proof"), &finding.proof, e) < 0 ||
	    advocacy_value_of(t, sheet, STR("date"), &finding.date, e) < 0 ||
	    advocacy_values_of(t, sheet, STR("about"), &finding.about, e) < 0 ||
	    advocacy_values_of(t, sheet, STR("provision"), &finding.provisions, e) < 0 ||
	    advocacy_values_of(t, sheet, STR("test"), &finding.tests, e) < 0 ||
	    advocacy_values_of(t, sheet, STR("state-answer"), &finding.state_answers, e) < 0)
		return -1;
	*out = finding;
	return 0;
}

static bool
rests_on(const struct advocacy_finding *finding, struct str provision)
{
	for (size_t i = 0; i < finding->provisions.count; i++)
		if (str_eq(finding->provisions.at[i].id, provision))
			return true;
	return false;
}

static struct str
instrument_of(const struct teller *t, const struct vocab_provision *provision)
{
	const struct vocab_term *term =
	    vocab_term(t->vocab, STR("instrument"), provision->instrument);

	return term != NULL ? vocab_text(&term->label, t->lang) : provision->instrument;
}

/* The provisions that findings rest on, each with its findings. */
static void
set_provisions(const struct teller *t, struct advocacy_law *law)
{
	struct advocacy_provision *at =
	    ARENA_ARRAY(t->arena, struct advocacy_provision, t->vocab->n_provisions);

	for (size_t i = 0; i < t->vocab->n_provisions; i++) {
		const struct vocab_provision *provision = &t->vocab->provisions[i];
		size_t *findings = ARENA_ARRAY(t->arena, size_t, law->n_findings), n = 0;
		for (size_t k = 0; k < law->n_findings; k++)
			if (rests_on(&law->findings[k], provision->id))
				findings[n++] = k;
		if (n > 0)
			at[law->n_provisions++] =
			    (struct advocacy_provision){provision, instrument_of(t, provision),
				vocab_text(&provision->label, t->lang), findings, n};
	}
	law->provisions = at;
}

int
advocacy_law(const struct advocacy_reader *reader, const struct record *event,
    struct advocacy_law *out, struct err *e)
{
	struct teller t = advocacy_teller(reader);
	struct record_sheets sheets;

	if (advocacy_about(&t, event, STR("finding"), STR("date"), &sheets, e) < 0)
		return -1;
	struct advocacy_finding *at = ARENA_ARRAY(t.arena, struct advocacy_finding, sheets.count);
	struct advocacy_law law = {.findings = at, .n_findings = sheets.count};
	for (size_t i = 0; i < sheets.count; i++)
		if (shape(&t, &sheets.at[i], &at[i], e) < 0)
			return -1;
	set_provisions(&t, &law);
	*out = law;
	return 0;
}
