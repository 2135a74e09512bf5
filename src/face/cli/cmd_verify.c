#include "domain/archive/archive.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

static struct str
damage_text(struct cli *c, const struct archive_verdict *v)
{
	struct buf *b = buf_on(c->a);

	message_err(b, c->lang, &v->damage);
	return buf_str(b);
}

static void
answer_json(struct cli *c, const struct archive_verdict *v)
{
	struct json *answer = json_object(c->a);

	json_set_bool(answer, STR("sound"), v->sound);
	json_set_bool(answer, STR("opened"), v->opened);
	json_set_int(answer, STR("segments"), v->segments);
	json_set_int(answer, STR("entries"), v->entries);
	json_set_int(answer, STR("signatures"), v->signatures);
	json_set_int(answer, STR("blobs"), v->blobs);
	json_set_int(answer, STR("unread"), v->unread);
	json_set_int(answer, STR("tail"), v->tail);
	json_set_int(answer, STR("orphans"), v->orphans);
	if (!v->sound) {
		struct json *damage = json_set_object(answer, STR("damage"));
		struct json *where = json_array(c->a);
		for (size_t i = 0; i < ERR_ARGS; i++)
			json_push_str(where, str_of(v->damage.arg[i]));
		json_set_str(damage, STR("key"), str_of(v->damage.key));
		json_set(damage, STR("where"), where);
		json_set_str(damage, STR("text"), damage_text(c, v));
	}
	cli_json(c, answer);
}

static void
answer_text(struct cli *c, const struct archive_verdict *v)
{
	if (!v->sound) {
		struct str text = damage_text(c, v);
		buf_fmt(c->out, "%.*s\n", STR_ARG(text));
		return;
	}
	cli_say(c, STR("cli.verify.sound"), cli_number(c, v->entries), cli_number(c, v->blobs));
	if (!v->opened)
		cli_say(c, STR("cli.verify.unopened"));
	if (v->unread > 0)
		cli_say(c, STR("cli.verify.unread"), cli_number(c, v->unread));
	if (v->tail > 0)
		cli_say(c, STR("cli.verify.tail"), cli_number(c, v->tail));
	if (v->orphans > 0)
		cli_say(c, STR("cli.verify.orphans"), cli_number(c, v->orphans));
}

int
cmd_verify(struct cli *c, struct err *e)
{
	struct archive_place place = opening_place(c);
	struct archive_verdict verdict;

	int looked = archive_verify(&place, &verdict, e);
	if (looked != 0 && str_eq(str_of(e->key), STR("os.end"))) {
		place.ask = NULL; /* nobody is there to ask: what needs no key can be checked */
		looked = archive_verify(&place, &verdict, e);
	}
	if (looked != 0)
		return -1;
	if (c->json)
		answer_json(c, &verdict);
	else
		answer_text(c, &verdict);
	c->status = verdict.sound ? 0 : 1;
	return 0;
}
