#include "face/cli/publication_view.h"

struct str
publication_view_problem(struct cli *c, const struct publication_problem *problem)
{
	struct buf *why = buf_on(c->a);

	message_err(why, c->lang, &problem->why);
	return message_text(c->a, c->lang, STR("cli.publication.problem"), problem->slug,
	    problem->lang, STR_INT(problem->number), buf_str(why));
}

void
publication_view_problems(
    struct cli *c, struct json *object, const struct publication_problems *problems)
{
	struct json *list = json_set_array(object, STR("problems"));

	for (size_t i = 0; i < problems->count; i++) {
		const struct publication_problem *p = &problems->at[i];
		struct json *row = json_push_object(list);
		json_set_str(row, STR("slug"), p->slug);
		json_set_str(row, STR("lang"), p->lang);
		json_set_int(row, STR("revision"), p->number);
		json_set_str(row, STR("key"), str_of(p->why.key));
		json_set_str(row, STR("text"), publication_view_problem(c, p));
	}
}

struct json *
publication_view_revision(struct cli *c, const struct publication_revision *revision)
{
	struct json *o = json_object(c->a);

	json_set_str(o, STR("lang"), revision->lang);
	json_set_int(o, STR("revision"), revision->number);
	json_set_str(o, STR("at"), revision->at);
	json_set_str(o, STR("by"), revision->by);
	json_set_str(o, STR("title"), revision->field[PUBLICATION_TITLE]);
	json_set_str(o, STR("note"), revision->note);
	json_set_str(o, STR("state"), publication_state_name(revision->state));
	if (revision->state != PUBLICATION_SHOWN)
		json_set_str(o, STR("state_note"), revision->state_note);
	return o;
}
