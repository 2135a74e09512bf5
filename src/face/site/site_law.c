#include "face/site/site_law.h"

#include "base/buf.h"
#include "face/say/message.h"
#include "face/say/provision.h"
#include "face/say/when.h"

struct asking {
	struct arena *a;
	const struct vocab *vocab;
	enum lang lang;
};

static struct site_finding
finding_of(struct arena *a, const struct advocacy_finding *f, bool again)
{
	struct str *answers = ARENA_ARRAY(a, struct str, f->state_answers.count);
	struct buf *line = buf_on(a);

	for (size_t i = 0; i < f->state_answers.count; i++)
		answers[i] = f->state_answers.at[i].text;
	site_fact_join(line, "; ", site_fact_list(a, &f->tests));
	site_fact_join(line, "; ", f->proof.text);
	return (struct site_finding){
	    .id = record_name(&f->record),
	    .result = f->result.text,
	    .by = f->by.text,
	    .text = f->text.text,
	    .line = buf_str(line),
	    .again = again,
	    .answers = answers,
	    .n_answers = f->state_answers.count,
	};
}

static struct site_provision
provision_of(struct arena *a, enum lang lang, const struct advocacy_law *law,
    const struct advocacy_provision *p, bool *told)
{
	struct site_finding *findings = ARENA_ARRAY(a, struct site_finding, p->n_findings);

	for (size_t i = 0; i < p->n_findings; i++) {
		size_t at = p->findings[i];
		findings[i] = finding_of(a, &law->findings[at], told[at]);
		told[at] = true;
	}
	return (struct site_provision){
	    .name = provision_name(a, lang, p),
	    .label = p->label,
	    .url = p->provision->url,
	    .findings = findings,
	    .n_findings = p->n_findings,
	};
}

/* Findings that name no provision, last. */
static struct site_provision
others_of(struct arena *a, const struct advocacy_law *law)
{
	struct site_finding *findings = ARENA_ARRAY(a, struct site_finding, law->n_findings);
	struct site_provision out = {STR(""), STR(""), STR(""), findings, 0};

	for (size_t i = 0; i < law->n_findings; i++)
		if (law->findings[i].provisions.count == 0)
			findings[out.n_findings++] = finding_of(a, &law->findings[i], false);
	return out;
}

struct site_law
site_law_of(struct arena *a, enum lang lang, const struct advocacy_law *law)
{
	struct site_provision *made = ARENA_ARRAY(a, struct site_provision, law->n_provisions + 1);
	bool *told = ARENA_ARRAY(a, bool, law->n_findings);
	struct site_law out = {made, law->n_provisions};

	for (size_t i = 0; i < law->n_provisions; i++)
		made[i] = provision_of(a, lang, law, &law->provisions[i], told);
	made[out.n_provisions] = others_of(a, law);
	out.n_provisions += made[out.n_provisions].n_findings > 0;
	return out;
}

static void
labelled_add(const struct asking *q, struct site_facts *facts, struct str kind, struct str property,
    struct str text)
{
	site_fact_add(facts, site_fact_label(q->vocab, kind, property, q->lang), text);
}

/* "11 June 2019, Authorities of Kazakhstan: in words" under the kind of response. */
static struct site_fact
answer_of(const struct asking *q, const struct advocacy_answer *answer)
{
	struct buf *line = buf_on(q->a);

	site_fact_join(line, ", ", when_text(q->a, answer->date.text, q->lang));
	site_fact_join(line, ", ", site_fact_list(q->a, &answer->by));
	site_fact_join(line, ": ", answer->text.text);
	site_fact_join(line, "; ", when_text(q->a, answer->deadline.text, q->lang));
	site_fact_join(line, "; ", answer->kept.text);
	site_fact_join(line, "; ", answer->impact.text);
	return (struct site_fact){answer->what.text, buf_str(line)};
}

static struct site_demand
demand_of(const struct asking *q, const struct advocacy_demand *d)
{
	const struct str kind = STR("demand");
	struct site_fact *answers = ARENA_ARRAY(q->a, struct site_fact, d->n_answers);
	struct site_demand out = {.id = record_name(&d->record),
	    .action = d->action.text.n > 0 ? d->action.text : site_fact_list(q->a, &d->kinds),
	    .facts = {.a = q->a},
	    .answers = answers,
	    .n_answers = d->n_answers};
	struct str deadline = d->deadline.text.n > 0
	    ? when_text(q->a, d->deadline.text, q->lang)
	    : message_text(q->a, q->lang, STR("advocacy.no_deadline"));

	labelled_add(q, &out.facts, kind, STR("by"), site_fact_list(q->a, &d->by));
	labelled_add(q, &out.facts, kind, STR("to"), site_fact_list(q->a, &d->to));
	labelled_add(q, &out.facts, kind, STR("consequence"), d->consequence.text);
	labelled_add(q, &out.facts, kind, STR("made"), when_text(q->a, d->made.text, q->lang));
	labelled_add(q, &out.facts, kind, STR("deadline"), deadline);
	labelled_add(q, &out.facts, kind, STR("provision"), site_fact_list(q->a, &d->provisions));
	for (size_t i = 0; i < d->n_answers; i++)
		answers[i] = answer_of(q, &d->answers[i]);
	return out;
}

static struct site_demand
help_of(const struct asking *q, const struct advocacy_help *help)
{
	const struct str kind = STR("assistance");
	struct site_demand out = {.id = record_name(&help->record),
	    .action = site_fact_list(q->a, &help->needs),
	    .facts = {.a = q->a}};

	labelled_add(q, &out.facts, kind, STR("given-by"), site_fact_list(q->a, &help->givers));
	labelled_add(q, &out.facts, kind, STR("for"), site_fact_list(q->a, &help->receivers));
	labelled_add(q, &out.facts, kind, STR("state"), help->state.text);
	labelled_add(q, &out.facts, kind, STR("date"), when_text(q->a, help->date.text, q->lang));
	labelled_add(q, &out.facts, kind, STR("text"), help->text.text);
	return out;
}

struct site_demands
site_law_demands(struct arena *a, const struct vocab *vocab, const struct advocacy_demands *demands,
    const struct advocacy_helps *helps, enum lang lang)
{
	const struct asking q = {a, vocab, lang};
	struct site_demand *made = ARENA_ARRAY(a, struct site_demand, demands->count);
	struct site_demand *given = ARENA_ARRAY(a, struct site_demand, helps->count);

	for (size_t i = 0; i < demands->count; i++)
		made[i] = demand_of(&q, &demands->at[i]);
	for (size_t i = 0; i < helps->count; i++)
		given[i] = help_of(&q, &helps->at[i]);
	return (struct site_demands){made, demands->count, given, helps->count};
}
