#include "domain/publication/internal.h"
#include "kit/lang/lang.h"

/* The figures of a text, asked as the public asks, and what they say as the entry keeps it. */
static int
ask_all(const struct count_reader *r, struct str event, const struct publication_text *text,
    struct json *said, struct err *e)
{
	struct publication_cases cases = {.reader = r};

	for (size_t i = 0; i < text->n; i++) {
		struct publication_figure f;
		if (publication_figure_ask(&cases, event, &text->values[i], &f, e) < 0)
			return -1;
		struct json *row = json_push_object(said);
		json_set_str(row, STR("live"), publication_live_name(f.asked.live));
		json_set_str(row, STR("id"), f.id);
		json_set(row, STR("said"), publication_said_json(r->arena, &f.now));
		struct json *basis = json_set_array(row, STR("basis"));
		for (size_t k = 0; k < f.n_basis; k++)
			json_push_str(basis, count_claim_id(&f.board->claims.at[f.basis[k]]));
	}
	return 0;
}

static int
next_number(const struct count_reader *r, const struct publication *publication, struct str lang,
    int64_t *out, struct err *e)
{
	struct publication_revisions revisions;
	int64_t number = 1;

	if (publication_revisions(r, publication, &revisions, e) < 0)
		return -1;
	for (size_t i = 0; i < revisions.count; i++)
		if (str_eq(revisions.at[i].lang, lang) && revisions.at[i].number >= number)
			number = revisions.at[i].number + 1;
	*out = number;
	return 0;
}

static struct json *
body_of(struct arena *a, const struct publication *publication,
    const struct publication_draft *draft, struct str lang, int64_t number)
{
	struct json *body = json_object(a);

	json_set_str(body, STR("publication"), publication->key);
	json_set_str(body, STR("lang"), lang);
	json_set_int(body, STR("number"), number);
	for (size_t i = 0; i < PUBLICATION_FIELDS; i++)
		if (draft->field[i].n > 0)
			json_set_str(body, publication_field_name((enum publication_field)i),
			    draft->field[i]);
	if (draft->note.n > 0)
		json_set_str(body, STR("note"), draft->note);
	json_set_str(body, STR("text"), draft->text);
	return body;
}

int
publication_revise_part(const struct count_writer *w, const struct publication *publication,
    const struct publication_draft *draft, struct archive_part *part, int64_t *number,
    struct err *e)
{
	const struct count_reader reader = {archive_db(w->archive), w->arena, w->vocab, NULL};
	struct publication_text text;
	enum lang lang;
	int64_t fresh;

	if (lang_of(draft->lang, &lang, e) < 0 ||
	    next_number(&reader, publication, lang_code(lang), &fresh, e) < 0)
		return -1;
	struct json *body = body_of(w->arena, publication, draft, lang_code(lang), fresh);
	if (publication_text_read(w->arena, draft, &text, e) < 0 ||
	    ask_all(&reader, publication->event, &text, json_set_array(body, STR("said")), e) < 0)
		return -1;
	if (fresh > 1 && str_trim(draft->note).n == 0)
		return err_fail(e, ERR_INPUT, STR("publication.note"));
	*part = (struct archive_part){
	    .op = STR("publication.revise"), .version = 1, .body = body, .key = STR("")};
	*number = fresh;
	return 0;
}

static int
revise_held(const struct count_writer *w, const struct publication *publication,
    const struct publication_draft *draft, int64_t *number, struct err *e)
{
	struct archive_part part;
	int64_t fresh;

	if (publication_revise_part(w, publication, draft, &part, &fresh, e) < 0 ||
	    archive_append(w->archive, w->stamp, &part, 1, NULL, e) < 0)
		return -1;
	*number = fresh;
	return 0;
}

int
publication_revise(const struct count_writer *w, const struct publication *publication,
    const struct publication_draft *draft, int64_t *number, struct err *e)
{
	if (archive_hold(w->archive, e) < 0)
		return -1;
	int r = revise_held(w, publication, draft, number, e);
	archive_release(w->archive);
	return r;
}
