#include "face/site/site_act.h"

#include "base/buf.h"
#include "face/say/message.h"
#include "face/say/when.h"

struct telling {
	struct arena *a;
	const struct vocab *vocab;
	const struct advocacy_act *act;
	enum lang lang;
};

static const struct str *
texts_of(struct arena *a, const struct advocacy_values *values)
{
	struct str *texts = ARENA_ARRAY(a, struct str, values->count);

	for (size_t i = 0; i < values->count; i++)
		texts[i] = values->at[i].text;
	return texts;
}

static struct site_facts
facts_of(struct arena *a, const struct advocacy_facts *facts)
{
	struct site_facts out = {.a = a};

	for (size_t i = 0; i < facts->count; i++)
		site_fact_add(&out, facts->at[i].label, site_fact_list(a, &facts->at[i].values));
	return out;
}

static struct site_facts
rights_of(struct arena *a, const struct advocacy_step *step)
{
	struct site_facts out = {.a = a};

	for (size_t i = 0; i < step->n_rights; i++)
		if (step->rights[i].known)
			site_fact_add(&out, step->rights[i].label, step->rights[i].text);
	return out;
}

/* A day and place that are those of the act need not be said at each step. */
static struct site_step
step_of(const struct telling *t, const struct advocacy_step *step)
{
	bool same_day = str_eq(step->date, t->act->date.text);
	bool same_place = str_eq(step->place.text, t->act->place.text);
	struct buf *when = buf_on(t->a);

	if (!same_day)
		site_fact_join(when, " ", when_text(t->a, step->date, t->lang));
	site_fact_join(when, " ", step->time);
	return (struct site_step){
	    .what = step->what.text,
	    .when = buf_str(when),
	    .where = same_place ? STR("") : step->place.text,
	    .who = step->authority.text,
	    .undated = step->date.n == 0,
	    .notes = texts_of(t->a, &step->notes),
	    .n_notes = step->notes.count,
	    .details = facts_of(t->a, &step->details),
	    .rights = rights_of(t->a, step),
	};
}

static struct site_steps
steps_of(const struct telling *t, struct str property, const struct advocacy_steps *steps)
{
	struct site_step *made = ARENA_ARRAY(t->a, struct site_step, steps->count);

	for (size_t i = 0; i < steps->count; i++)
		made[i] = step_of(t, &steps->at[i]);
	return (struct site_steps){
	    site_fact_label(t->vocab, STR("act"), property, t->lang), made, steps->count};
}

static bool
known_somewhere(const struct advocacy_steps *stages, size_t right)
{
	for (size_t i = 0; i < stages->count; i++)
		if (stages->at[i].rights[right].known)
			return true;
	return false;
}

static struct str
silence_of(const struct telling *t)
{
	const struct advocacy_steps *stages = &t->act->stages;
	struct buf *names = buf_on(t->a);

	for (size_t r = 0; stages->count > 0 && r < stages->at[0].n_rights; r++)
		if (!known_somewhere(stages, r))
			site_fact_join(names, ", ", stages->at[0].rights[r].label);
	return buf_str(names);
}

/* Who says the step: the speaker, who passed it on, when; or nothing but the kind of source. */
static struct str
voice_of(const struct telling *t, const struct record_statement *said)
{
	struct buf *voice = buf_on(t->a);

	site_fact_join(voice, ", ", said->speaker);
	site_fact_join(voice, ", ", said->via);
	site_fact_join(voice, ", ", when_text(t->a, said->said_at, t->lang));
	return buf_str(voice);
}

static void
voices_add(const struct telling *t, const struct advocacy_steps *steps, struct site_act *out)
{
	struct str *voices = ARENA_ARRAY(t->a, struct str, out->n_voices + steps->count);

	for (size_t i = 0; i < out->n_voices; i++)
		voices[i] = out->voices[i];
	for (size_t i = 0; i < steps->count; i++) {
		struct str voice = voice_of(t, steps->at[i].what.said);
		bool fresh = voice.n > 0;
		for (size_t j = 0; j < out->n_voices; j++)
			fresh = fresh && !str_eq(voices[j], voice);
		if (fresh)
			voices[out->n_voices++] = voice;
	}
	out->voices = voices;
}

static struct str
line_of(const struct telling *t)
{
	struct buf *line = buf_on(t->a);

	site_fact_join(line, ", ", t->act->type.text);
	site_fact_join(line, ", ", when_text(t->a, t->act->date.text, t->lang));
	site_fact_join(line, ", ", t->act->place.text);
	site_fact_join(line, ", ", site_fact_list(t->a, &t->act->victims));
	return buf_str(line);
}

struct site_act
site_act_of(
    struct arena *a, const struct vocab *vocab, const struct advocacy_act *act, enum lang lang)
{
	const struct telling t = {a, vocab, act, lang};
	struct site_act out = {
	    .id = record_name(&act->record),
	    .name = act->name,
	    .line = line_of(&t),
	    .descriptions = texts_of(a, &act->descriptions),
	    .n_descriptions = act->descriptions.count,
	    .involved = steps_of(&t, STR("involved"), &act->involved),
	    .stages = steps_of(&t, STR("stage"), &act->stages),
	    .remedies = steps_of(&t, STR("remedy"), &act->remedies),
	    .silence = silence_of(&t),
	    .facts = facts_of(a, &act->facts),
	};

	out.stages.heading = message_text(a, lang, STR("site.act.stages"));
	voices_add(&t, &act->involved, &out);
	voices_add(&t, &act->stages, &out);
	voices_add(&t, &act->remedies, &out);
	return out;
}
