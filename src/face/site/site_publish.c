#include "face/site/site_publish.h"

#include "domain/count/board.h"
#include "kit/os/file.h"
#include "kit/os/tree.h"

#define MARK STR(".guvoh-site") /* says that the folder is ours to replace */

/* Nothing there, or nothing in it, or a site that was written before. */
static int
folder_judge(struct arena *a, struct str out, struct err *e)
{
	struct str *names;
	size_t count;

	if (!file_exists(out))
		return 0;
	if (file_folder_list(a, out, &names, &count, e) != 0)
		return -1;
	if (count == 0 || file_exists(file_join(a, out, MARK)))
		return 0;
	return err_fail(e, ERR_CONFLICT, STR("site.out.foreign"), out);
}

/* "/en/june/" is en/june/index.html. */
static struct str
file_name(struct arena *a, struct str path)
{
	return arena_fmt(a, "%.*s%s", STR_ARG(str_sub(path, 1, path.n)),
	    str_ends(path, STR("/")) ? "index.html" : "");
}

static int
page_write(const struct site *s, struct str path, struct str folder, struct site_published *done,
    struct err *e)
{
	struct site page = *s;
	struct site_answer answer;

	page.a = arena_new();
	int status = site_ask(&page, path, &answer, e);
	if (status == 0)
		status = tree_put(folder, file_name(page.a, path), buf_str(answer.body), e);
	if (status == 0) {
		done->pages++;
		done->bytes += answer.body->n;
	}
	arena_free(page.a);
	return status;
}

static int
pages_write(struct site *s, struct str folder, struct site_published *done, struct err *e)
{
	struct site_paths paths;

	if (file_folder_make(folder, e) != 0 || site_walk(s, &paths, e) != 0 ||
	    tree_put(folder, MARK, STR(""), e) != 0)
		return -1;
	for (size_t i = 0; i < paths.count; i++)
		if (page_write(s, paths.at[i], folder, done, e) != 0)
			return -1;
	return 0;
}

int
site_publish(struct site *s, struct str out, struct site_published *done, struct err *e)
{
	while (out.n > 1 && out.p[out.n - 1] == '/')
		out.n--;
	struct str beside = arena_fmt(s->a, "%.*s.guvoh-new", STR_ARG(out));
	struct site_published made = {0};
	struct site whole = *s;
	struct err ignored;

	whole.memo = count_memo_new(s->a);
	if (folder_judge(s->a, out, e) != 0 || tree_remove(beside, e) != 0)
		return -1;
	if (pages_write(&whole, beside, &made, e) != 0 || tree_exchange(beside, out, e) != 0) {
		if (tree_remove(beside, &ignored) != 0)
			return -1; /* it stays beside, and the first failure is the one to tell */
		return -1;
	}
	*done = made;
	return tree_remove(beside, e);
}
