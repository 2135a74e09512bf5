#include "domain/archive/archive.h"
#include "face/cli/cli.h"

struct listing {
	struct cli *c;
	struct json *entries; /* NULL: lines for people */
};

/* "source.add, claim.add × 46": a run of the same op is one item. */
static void
ops_put(struct cli *c, const struct archive_entry *entry)
{
	for (size_t i = 0, run; i < entry->n; i += run) {
		run = 1;
		while (i + run < entry->n && str_eq(entry->ops[i].op, entry->ops[i + run].op))
			run++;
		buf_fmt(c->out, "%s%.*s", i == 0 ? "" : ", ", STR_ARG(entry->ops[i].op));
		if (run > 1)
			buf_fmt(c->out, " x %zu", run);
	}
}

/* The reason that stands in the clear: of a destruction, and of what was sealed under no key. */
static struct str
why_of(const struct archive_entry *entry)
{
	struct str why = STR("");
	struct err ignored;

	for (size_t i = 0; i < entry->n && why.n == 0; i++)
		if (json_opt_str(entry->ops[i].body, STR("why"), &why, &ignored) != 0)
			why = STR("");
	return why;
}

static void
entry_json(struct listing *l, const struct archive_entry *entry)
{
	struct json *row = json_push_object(l->entries);

	json_set_int(row, STR("index"), entry->index);
	json_set_str(row, STR("id"), entry->id);
	json_set_str(row, STR("at"), entry->at);
	json_set_str(row, STR("by"), entry->by);
	json_set_str(row, STR("device"), entry->device);
	if (why_of(entry).n > 0)
		json_set_str(row, STR("why"), why_of(entry));
	struct json *ops = json_set_array(row, STR("ops"));
	for (size_t i = 0; i < entry->n; i++)
		json_push_str(ops, entry->ops[i].op);
}

static int
entry_show(void *arg, const struct archive_entry *entry, struct err *e)
{
	struct listing *l = arg;

	(void)e;
	if (l->entries != NULL) {
		entry_json(l, entry);
		return 0;
	}
	buf_fmt(l->c->out, "%6lld  %.*s  %-12.*s  ", (long long)entry->index, STR_ARG(entry->at),
	    STR_ARG(entry->by));
	ops_put(l->c, entry);
	if (why_of(entry).n > 0)
		buf_fmt(l->c->out, "  \"%.*s\"", STR_ARG(why_of(entry)));
	buf_putc(l->c->out, '\n');
	return 0;
}

int
cmd_log(struct cli *c, struct err *e)
{
	struct json *answer = json_object(c->a);
	struct listing l = {c, c->json ? json_set_array(answer, STR("entries")) : NULL};

	if (archive_log(c->archive, ARCHIVE_OLDEST_FIRST, entry_show, &l, e) != 0)
		return -1;
	if (c->json)
		cli_json(c, answer);
	return 0;
}
