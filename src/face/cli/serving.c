#include "face/cli/serving.h"

#include <string.h>

#define PATIENCE_MS 5000 /* for an answer */
#define HASTE_MS 500     /* for a question: pages wait for the one who listens */

static int
socket_path(struct cli *c, const struct archive_place *place, struct str *out, struct err *e)
{
	struct str folder, name;

	if (archive_name_at(place, c->a, &name, e) != 0 || local_folder(c->a, &folder, e) != 0)
		return -1;
	*out = arena_fmt(c->a, "%.*s/serve-%.*s", STR_ARG(folder), STR_ARG(name));
	return 0;
}

int
serving_listen(struct cli *c, const struct archive_place *place, struct local **out, struct err *e)
{
	struct str path;

	if (socket_path(c, place, &path, e) != 0)
		return -1;
	if (local_listen(path, out, e) == 0)
		return 0;
	if (strcmp(e->key, "os.listening") == 0)
		return err_fail(e, ERR_CONFLICT, STR("cli.serve.running"));
	return -1;
}

int
serving_ask(struct cli *c, const struct archive_place *place, struct str question,
    struct str *answer, struct err *e)
{
	char *room = arena_alloc(c->a, LOCAL_MESSAGE_BYTES);
	struct local *to;
	struct str path;
	size_t n = 0;

	if (socket_path(c, place, &path, e) != 0)
		return -1;
	if (local_connect(path, &to, e) != 0)
		return e->code == ERR_NOTFOUND ? 0 : -1;
	int status = local_send(to, question.p, question.n, PATIENCE_MS, e);
	if (status == 0)
		status = local_receive(to, room, LOCAL_MESSAGE_BYTES, &n, PATIENCE_MS, e);
	local_close(to);
	*answer = (struct str){room, n};
	return status == 0 ? 1 : -1;
}

void
serving_wait(struct local *listening, int milliseconds, struct local **from,
    char room[SERVING_QUESTION_BYTES + 1])
{
	struct err ignored;
	size_t n = 0;

	if (local_accept(listening, milliseconds, from, &ignored) != 0)
		*from = NULL;
	if (*from == NULL)
		return;
	if (local_receive(*from, room, SERVING_QUESTION_BYTES, &n, HASTE_MS, &ignored) != 0) {
		local_close(*from);
		*from = NULL;
		return;
	}
	room[n] = '\0';
}

void
serving_answer(struct local *from, struct str answer)
{
	struct err ignored;
	int sent = local_send(from, answer.p, answer.n, HASTE_MS, &ignored);

	(void)sent; /* who has gone needs none */
	local_close(from);
}
