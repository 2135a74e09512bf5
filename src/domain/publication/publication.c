#include "domain/publication/publication.h"

#include "base/near.h"
#include "domain/publication/internal.h"
#include "domain/publication/publication_sql.h"

#define SLUG_MAX 64

static const struct str field_names[PUBLICATION_FIELDS] = {
#define FIELD(name, upper, needed) STR_INIT(#name),
#include "domain/publication/fields.def"
#undef FIELD
};

struct str
publication_field_name(enum publication_field field)
{
	return field_names[field];
}

int
publication_all(const struct count_reader *r, struct publication_list *out, struct err *e)
{
	struct sql_publication_list_rows rows;

	if (sql_publication_list_all(r->db, r->arena, &rows, e) < 0)
		return -1;
	struct publication *at = ARENA_ARRAY(r->arena, struct publication, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		at[i] = (struct publication){rows.at[i].key, rows.at[i].slug, rows.at[i].event,
		    rows.at[i].added_at, rows.at[i].added_by};
	*out = (struct publication_list){at, rows.count};
	return 0;
}

int
publication_find(
    const struct count_reader *r, struct str slug, struct publication *out, struct err *e)
{
	struct publication_list list;

	if (publication_all(r, &list, e) < 0)
		return -1;
	struct str *slugs = ARENA_ARRAY(r->arena, struct str, list.count);
	for (size_t i = 0; i < list.count; i++) {
		slugs[i] = list.at[i].slug;
		if (str_eq(slugs[i], slug)) {
			*out = list.at[i];
			return 0;
		}
	}
	struct str near = near_find(slug, slugs, list.count);
	return err_fail(e, ERR_NOTFOUND,
	    near.n > 0 ? STR("publication.none_near") : STR("publication.none"), slug, near);
}

/* It stands in every address of the publication. */
static bool
is_slug(struct str slug)
{
	for (size_t i = 0; i < slug.n; i++) {
		char c = slug.p[i];
		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '-' && i > 0)))
			return false;
	}
	return slug.n > 0 && slug.n <= SLUG_MAX && !str_eq(slug, STR("corrections")) &&
	    !str_eq(slug, STR("estimates"));
}

static int
check_new(const struct count_reader *r, struct str slug, struct str event, struct err *e)
{
	struct publication taken;
	struct count_events events;
	struct err none = {0};

	if (!is_slug(slug))
		return err_fail(e, ERR_INPUT, STR("publication.slug"), slug);
	if (publication_find(r, slug, &taken, &none) == 0)
		return err_fail(e, ERR_CONFLICT, STR("publication.slug_taken"), slug);
	if (none.code != ERR_NOTFOUND) {
		*e = none;
		return -1;
	}
	if (count_event_list(r->db, r->arena, &events, e) < 0)
		return -1;
	struct str *ids = ARENA_ARRAY(r->arena, struct str, events.count);
	for (size_t i = 0; i < events.count; i++) {
		ids[i] = events.at[i].id;
		if (str_eq(ids[i], event))
			return 0;
	}
	struct str near = near_find(event, ids, events.count);
	return err_fail(e, ERR_NOTFOUND,
	    near.n > 0 ? STR("publication.event_near") : STR("publication.event"), event, near);
}

static int
add_held(const struct count_writer *w, struct str slug, struct str event, struct publication *out,
    struct err *e)
{
	const struct count_reader reader = {archive_db(w->archive), w->arena, w->vocab, NULL};
	char key[ARCHIVE_ID_BYTES + 1];

	if (check_new(&reader, slug, event, e) < 0)
		return -1;
	archive_id_new('u', key);
	struct json *body = json_object(w->arena);
	json_set_str(body, STR("id"), str_of(key));
	json_set_str(body, STR("slug"), slug);
	json_set_str(body, STR("event"), event);
	const struct archive_part part = {
	    .op = STR("publication.add"), .version = 1, .body = body, .key = STR("")};
	if (archive_append(w->archive, w->stamp, &part, 1, NULL, e) < 0)
		return -1;
	*out = (struct publication){
	    arena_str(w->arena, str_of(key)), slug, event, w->stamp->at, w->stamp->by};
	return 0;
}

int
publication_add(const struct count_writer *w, struct str slug, struct str event,
    struct publication *out, struct err *e)
{
	if (archive_hold(w->archive, e) < 0)
		return -1;
	int r = add_held(w, slug, event, out, e);
	archive_release(w->archive);
	return r;
}
