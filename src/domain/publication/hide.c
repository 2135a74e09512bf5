#include "domain/publication/internal.h"
#include "domain/publication/publication_sql.h"

static const struct str states[] = {STR_INIT("shown"), STR_INIT("hidden"), STR_INIT("taken-down")};

struct str
publication_state_name(enum publication_state state)
{
	return states[state];
}

/* A state that only a newer program knows is read as the most careful one. */
static enum publication_state
state_of(struct str name)
{
	for (size_t i = 0; i < LENGTH(states); i++)
		if (str_eq(states[i], name))
			return (enum publication_state)i;
	return PUBLICATION_TAKEN_DOWN;
}

/* The newest decision that covers the revision holds, but what was taken down stays so. */
static void
set_state(const struct sql_publication_hidings_rows *hidings, struct publication_revision *r)
{
	for (size_t i = 0; i < hidings->count; i++) {
		const struct sql_publication_hidings_row *h = &hidings->at[i];
		if ((h->lang.n > 0 && !str_eq(h->lang, r->lang)) ||
		    (h->number > 0 && h->number != r->number) || r->state == PUBLICATION_TAKEN_DOWN)
			continue;
		r->state = state_of(h->state);
		r->state_at = h->at;
		r->state_note = h->note;
	}
}

static struct publication_revision
of_row(const struct sql_publication_revision_list_row *row)
{
	return (struct publication_revision){
	    .lang = row->lang,
	    .number = row->number,
	    .field =
		{
#define FIELD(name, upper, needed) [PUBLICATION_##upper] = row->name,
#include "domain/publication/fields.def"
#undef FIELD
		},
	    .text = row->text,
	    .note = row->note,
	    .at = row->at,
	    .by = row->by,
	    .said = row->said,
	    .state_at = STR(""),
	    .state_note = STR(""),
	};
}

int
publication_revisions(const struct count_reader *r, const struct publication *publication,
    struct publication_revisions *out, struct err *e)
{
	struct sql_publication_revision_list_rows rows;
	struct sql_publication_hidings_rows hidings;

	if (sql_publication_revision_list_all(r->db, publication->key, r->arena, &rows, e) < 0 ||
	    sql_publication_hidings_all(r->db, publication->key, r->arena, &hidings, e) < 0)
		return -1;
	struct publication_revision *at =
	    ARENA_ARRAY(r->arena, struct publication_revision, rows.count);
	for (size_t i = 0; i < rows.count; i++) {
		at[i] = of_row(&rows.at[i]);
		set_state(&hidings, &at[i]);
		at[i].file = publication_file(r->arena, &at[i]);
	}
	if (publication_blank_all(r, publication, at, rows.count, e) < 0)
		return -1;
	*out = (struct publication_revisions){at, rows.count};
	return 0;
}

const struct publication_revision *
publication_current(const struct publication_revisions *revisions, struct str lang)
{
	const struct publication_revision *found = NULL;

	for (size_t i = 0; i < revisions->count; i++)
		if (str_eq(revisions->at[i].lang, lang) &&
		    revisions->at[i].state == PUBLICATION_SHOWN)
			found = &revisions->at[i];
	return found;
}

/* There must be a revision that it is about, and none that was taken down. */
static int
check_hiding(const struct count_reader *r, const struct publication *publication,
    const struct publication_hiding *hiding, struct err *e)
{
	struct publication_revisions revisions;
	size_t covered = 0, down = 0;

	if (str_trim(hiding->note).n == 0)
		return err_fail(e, ERR_INPUT, STR("publication.note"));
	if (publication_revisions(r, publication, &revisions, e) < 0)
		return -1;
	for (size_t i = 0; i < revisions.count; i++) {
		const struct publication_revision *revision = &revisions.at[i];
		bool meant = (hiding->lang.n == 0 || str_eq(hiding->lang, revision->lang)) &&
		    (hiding->number == 0 || hiding->number == revision->number);
		covered += meant;
		down += meant && revision->state == PUBLICATION_TAKEN_DOWN;
	}
	if (covered == 0)
		return err_fail(e, ERR_NOTFOUND, STR("publication.no_revision"), publication->slug,
		    hiding->lang.n > 0 ? hiding->lang : STR("-"), STR_INT(hiding->number));
	if (covered == down)
		return err_fail(e, ERR_CONFLICT, STR("publication.taken_down"), publication->slug);
	return 0;
}

int
publication_hide_part(const struct count_writer *w, const struct publication *publication,
    const struct publication_hiding *hiding, struct archive_part *part, struct err *e)
{
	const struct count_reader reader = {
	    .db = archive_db(w->archive), .arena = w->arena, .vocab = w->vocab};
	struct sql_publication_hidings_rows before;

	if (check_hiding(&reader, publication, hiding, e) < 0 ||
	    sql_publication_hidings_all(reader.db, publication->key, w->arena, &before, e) < 0)
		return -1;
	struct json *body = json_object(w->arena);
	json_set_str(body, STR("publication"), publication->key);
	json_set_int(body, STR("nth"), before.count > 0 ? before.at[before.count - 1].nth + 1 : 1);
	if (hiding->lang.n > 0)
		json_set_str(body, STR("lang"), hiding->lang);
	if (hiding->number > 0)
		json_set_int(body, STR("number"), hiding->number);
	json_set_str(body, STR("state"), publication_state_name(hiding->state));
	json_set_str(body, STR("note"), str_trim(hiding->note));
	*part = (struct archive_part){
	    .op = STR("publication.hide"), .version = 1, .body = body, .key = STR("")};
	return 0;
}

static int
hide_held(const struct count_writer *w, const struct publication *publication,
    const struct publication_hiding *hiding, struct err *e)
{
	struct archive_part part;

	if (publication_hide_part(w, publication, hiding, &part, e) < 0)
		return -1;
	return archive_append(w->archive, w->stamp, &part, 1, NULL, e);
}

int
publication_hide(const struct count_writer *w, const struct publication *publication,
    const struct publication_hiding *hiding, struct err *e)
{
	if (archive_hold(w->archive, e) < 0)
		return -1;
	int r = hide_held(w, publication, hiding, e);
	archive_release(w->archive);
	return r;
}
