#include "base/buf.h"
#include "base/near.h"
#include "base/utf8.h"
#include "domain/publication/internal.h"

static const bool needed[PUBLICATION_FIELDS] = {
#define FIELD(name, upper, needed) needed,
#include "domain/publication/fields.def"
#undef FIELD
};

int
publication_word_fail(
    size_t line, struct str word, const struct str *names, size_t count, struct err *e)
{
	struct str near = near_find(word, names, count);

	return err_fail(e, ERR_INPUT,
	    near.n > 0 ? STR("publication.word_near") : STR("publication.word"),
	    STR_INT((int64_t)line), word, near);
}

/* "title: text" */
static int
read_field(struct publication_draft *draft, struct str line, size_t number, struct err *e)
{
	struct str names[PUBLICATION_FIELDS], rest = line;

	if (str_find(line, ':') == line.n)
		return err_fail(e, ERR_INPUT, STR("publication.front"), STR_INT((int64_t)number));
	struct str name = str_trim(str_cut(&rest, ':'));
	for (size_t i = 0; i < PUBLICATION_FIELDS; i++) {
		names[i] = publication_field_name((enum publication_field)i);
		if (!str_eq(names[i], name))
			continue;
		if (draft->field_line[i] > 0)
			return err_fail(
			    e, ERR_INPUT, STR("publication.twice"), STR_INT((int64_t)number), name);
		draft->field[i] = str_trim(rest);
		draft->field_line[i] = number;
		if (str_has_control(draft->field[i]))
			return err_fail(
			    e, ERR_INPUT, STR("markdown.control"), STR_INT((int64_t)number));
		return 0;
	}
	return publication_word_fail(number, name, names, PUBLICATION_FIELDS, e);
}

static int
read_fields(struct publication_draft *draft, struct str *rest, struct err *e)
{
	struct str fence = STR("---");
	size_t number = 1;

	if (!str_eq(str_trim(str_cut(rest, '\n')), fence))
		return err_fail(e, ERR_INPUT, STR("publication.front"), STR_INT(1));
	while (rest->n > 0) {
		struct str line = str_trim(str_cut(rest, '\n'));
		number++;
		if (str_eq(line, fence)) {
			draft->text_line = number + 1;
			return 0;
		}
		if (line.n > 0 && read_field(draft, line, number, e) < 0)
			return -1;
	}
	return err_fail(e, ERR_INPUT, STR("publication.front"), STR_INT((int64_t)number));
}

int
publication_draft_read(
    struct arena *a, struct str file, struct publication_draft *out, struct err *e)
{
	struct publication_draft draft = {.lang = STR(""), .note = STR("")};
	struct str rest = arena_str(a, file);

	if (!utf8_valid(file))
		return err_fail(e, ERR_INPUT, STR("publication.utf8"));
	for (size_t i = 0; i < PUBLICATION_FIELDS; i++)
		draft.field[i] = STR("");
	if (read_fields(&draft, &rest, e) < 0)
		return -1;
	for (size_t i = 0; i < PUBLICATION_FIELDS; i++)
		if (needed[i] && draft.field[i].n == 0)
			return err_fail(e, ERR_INPUT, STR("publication.needs"),
			    publication_field_name((enum publication_field)i));
	draft.text = rest;
	*out = draft;
	return 0;
}

struct str
publication_file(struct arena *a, const struct publication_revision *revision)
{
	struct buf *file = buf_on(a);

	buf_put(file, STR("---\n"));
	for (size_t i = 0; i < PUBLICATION_FIELDS; i++)
		if (revision->field[i].n > 0)
			buf_fmt(file, "%.*s: %.*s\n",
			    STR_ARG(publication_field_name((enum publication_field)i)),
			    STR_ARG(revision->field[i]));
	buf_put(file, STR("---\n"));
	buf_put(file, revision->text);
	return buf_str(file);
}
