#include "face/cli/link_same.h"

#include "kit/os/file.h"

static bool
is_same(const struct file_facts *x, const struct file_facts *y, struct str one, struct str other)
{
	struct arena *a = arena_new();
	struct str first, second;
	struct err ignored;
	bool same = x->size == y->size && x->size > 0 && !x->folder && !y->folder;

	if (same && (x->device != y->device || x->inode != y->inode))
		same = file_read_all(a, one, x->size, &first, &ignored) == 0 &&
		    file_read_all(a, other, y->size, &second, &ignored) == 0 &&
		    str_eq(first, second);
	arena_free(a);
	return same;
}

/* The first of c->args before i that holds the same as it; i when none does, or it is not known. */
static size_t
same_before(const struct cli *c, size_t i)
{
	struct file_facts own, there;
	struct err ignored;

	if (file_look(c->args[i], &own, &ignored) != 0)
		return i;
	for (size_t k = 0; k < i; k++)
		if (file_look(c->args[k], &there, &ignored) == 0 &&
		    is_same(&own, &there, c->args[i], c->args[k]))
			return k;
	return i;
}

void
link_same_say(struct cli *c, struct json *answer)
{
	struct json *rows = answer == NULL ? NULL : json_set_array(answer, STR("same"));

	for (size_t i = 1; i < c->arg_count; i++) {
		size_t first = same_before(c, i);
		if (first == i)
			continue;
		cli_note(c, STR("cli.link.same_file"), c->args[first], c->args[i]);
		if (rows == NULL)
			continue;
		struct json *row = json_push_object(rows);
		json_set_str(row, STR("file1"), c->args[first]);
		json_set_str(row, STR("file2"), c->args[i]);
	}
}
