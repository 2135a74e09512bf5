#include "face/cli/act_view.h"

#include "face/cli/column.h"
#include "face/say/when.h"

#define WIDTH 80
#define STEP_INDENT 4

struct str
act_view_list(struct cli *c, const struct advocacy_values *values)
{
	struct buf *b = buf_on(c->a);

	for (size_t i = 0; i < values->count; i++)
		buf_fmt(b, "%s%.*s", i > 0 ? ", " : "", STR_ARG(values->at[i].text));
	return buf_str(b);
}

void
act_view_line(struct cli *c, size_t indent, struct str label, struct str text)
{
	if (text.n == 0)
		return;
	column_pad(c->out, STR(""), indent);
	column_wrap(c->out, arena_fmt(c->a, "%.*s: %.*s", STR_ARG(label), STR_ARG(text)),
	    indent + 2, WIDTH);
}

/* The label of a property of acts, as a heading. */
static void
heading_put(struct cli *c, const struct vocab *vocab, struct str property)
{
	const struct vocab_property *p = vocab_property(vocab, STR("act"), property);

	if (p != NULL)
		buf_fmt(c->out, "\n%.*s\n", STR_ARG(vocab_text(&p->label, lang_code(c->lang))));
}

static void
part_put(struct buf *line, struct str text)
{
	if (text.n > 0)
		buf_fmt(line, "%s%.*s", line->n > 0 ? "; " : "", STR_ARG(text));
}

/* "Seized; June 2019; Astana Square (Almaty); Men in black uniforms" */
static struct str
step_title(struct cli *c, const struct advocacy_step *step)
{
	struct buf *line = buf_on(c->a);

	part_put(line, step->what.text);
	part_put(line, when_text(c->a, step->date, c->lang));
	part_put(line, step->time);
	part_put(line, step->place.text);
	part_put(line, step->authority.text);
	return buf_str(line);
}

/* Every other qualifier, then the rights that somebody speaks of. */
static struct str
step_details(struct cli *c, const struct advocacy_step *step)
{
	struct buf *line = buf_on(c->a);

	for (size_t i = 0; i < step->details.count; i++) {
		const struct advocacy_fact *fact = &step->details.at[i];
		part_put(line,
		    arena_fmt(c->a, "%.*s: %.*s", STR_ARG(fact->label),
			STR_ARG(act_view_list(c, &fact->values))));
	}
	for (size_t i = 0; i < step->n_rights; i++)
		if (step->rights[i].known)
			part_put(line,
			    arena_fmt(c->a, "%.*s: %.*s", STR_ARG(step->rights[i].label),
				STR_ARG(step->rights[i].text)));
	return buf_str(line);
}

static void
text_put(struct cli *c, struct str text)
{
	if (text.n == 0)
		return;
	column_pad(c->out, STR(""), STEP_INDENT);
	column_wrap(c->out, text, STEP_INDENT, WIDTH);
}

static void
steps_put(struct cli *c, const struct vocab *vocab, struct str property,
    const struct advocacy_steps *steps)
{
	if (steps->count == 0)
		return;
	heading_put(c, vocab, property);
	for (size_t i = 0; i < steps->count; i++) {
		const struct advocacy_step *step = &steps->at[i];
		buf_fmt(c->out, "%3zu ", i + 1);
		column_wrap(c->out, step_title(c, step), STEP_INDENT, WIDTH);
		for (size_t n = 0; n < step->notes.count; n++)
			text_put(c, step->notes.at[n].text);
		text_put(c, step_details(c, step));
	}
}

/* Is the right known at one of the stages? */
static bool
known_somewhere(const struct advocacy_steps *stages, size_t right)
{
	for (size_t i = 0; i < stages->count; i++)
		if (stages->at[i].rights[right].known)
			return true;
	return false;
}

/* Silence about rights is not their observance, and is said. */
static void
silence_put(struct cli *c, const struct advocacy_steps *stages)
{
	struct buf *names = buf_on(c->a);

	for (size_t r = 0; stages->count > 0 && r < stages->at[0].n_rights; r++)
		if (!known_somewhere(stages, r))
			buf_fmt(names, "%s%.*s", names->n > 0 ? ", " : "",
			    STR_ARG(stages->at[0].rights[r].label));
	if (names->n > 0)
		column_wrap(c->out,
		    message_text(c->a, c->lang, STR("advocacy.rights_unknown"), buf_str(names)), 0,
		    WIDTH);
}

/* Who says all this: each voice once, with its source. */
static void
voices_put(struct cli *c, const struct advocacy_steps *steps, struct buf *seen)
{
	for (size_t i = 0; i < steps->count; i++) {
		const struct record_statement *said = steps->at[i].what.said;
		struct buf *voice = buf_on(c->a);
		part_put(voice, said->speaker);
		part_put(voice, said->via);
		part_put(voice, when_text(c->a, said->said_at, c->lang));
		if (voice->n == 0 || str_search(buf_str(seen), buf_str(voice)) < seen->n)
			continue;
		buf_fmt(seen, "%.*s\n", STR_ARG(buf_str(voice)));
		act_view_line(
		    c, 0, message_text(c->a, c->lang, STR("advocacy.said_by")), buf_str(voice));
	}
}

void
act_view_text(struct cli *c, const struct vocab *vocab, const struct advocacy_act *act)
{
	struct buf *line = buf_on(c->a), *seen = buf_on(c->a);

	buf_fmt(c->out, "%.*s  ", STR_ARG(record_name(&act->record)));
	column_wrap(c->out, act->name, lang_width(record_name(&act->record)) + 2, WIDTH);
	part_put(line, act->type.text);
	part_put(line, when_text(c->a, act->date.text, c->lang));
	part_put(line, act->place.text);
	part_put(line, act_view_list(c, &act->victims));
	column_wrap(c->out, buf_str(line), 0, WIDTH);
	for (size_t i = 0; i < act->descriptions.count; i++)
		column_wrap(c->out, act->descriptions.at[i].text, 0, WIDTH);
	steps_put(c, vocab, STR("involved"), &act->involved);
	steps_put(c, vocab, STR("stage"), &act->stages);
	silence_put(c, &act->stages);
	steps_put(c, vocab, STR("remedy"), &act->remedies);
	buf_putc(c->out, '\n');
	for (size_t i = 0; i < act->facts.count; i++)
		act_view_line(
		    c, 0, act->facts.at[i].label, act_view_list(c, &act->facts.at[i].values));
	voices_put(c, &act->involved, seen);
	voices_put(c, &act->stages, seen);
	voices_put(c, &act->remedies, seen);
	cli_say(c, STR("cli.record.all"), record_name(&act->record));
}
