#include "domain/record/consent.h"

#include "base/date.h"
#include "domain/record/internal.h"
#include "domain/record/record_sql.h"
#include "domain/source/source.h"

#define ID_LAST "\x7f" /* sorts after every id */

static struct record_reader
reader_of(const struct record_writer *w)
{
	return (struct record_reader){archive_db(w->archive), w->arena, w->vocab, {VIEWER_TEAM}};
}

static int
need_term(const struct vocab *vocab, const char *list, struct str word, struct err *e)
{
	if (vocab_term(vocab, str_of(list), word) == NULL)
		return err_fail(e, ERR_INPUT, STR("record.term"), word, str_of(list));
	return 0;
}

/* Whose consent, to what, from where. */
static int
resolve(const struct record_writer *w, struct record_consent *c, struct err *e)
{
	const struct record_reader reader = reader_of(w);
	struct record person;
	struct source source;

	if (record_find(&reader, c->person, &person, e) < 0)
		return -1;
	if (!str_eq(person.kind, RECORD_PERSON))
		return err_fail(e, ERR_INPUT, STR("record.not_person"), c->person, person.kind);
	if (need_term(w->vocab, "consent-use", c->use, e) < 0 ||
	    source_find(reader.db, w->arena, c->source, &source, e) < 0)
		return -1;
	c->person = record_name(&person);
	c->person_id = person.id;
	c->source_id = source.id;
	c->added_at = w->stamp->at;
	c->added_by = w->stamp->by;
	return 0;
}

static int
check_given(const struct record_writer *w, const struct record_consent *c, struct err *e)
{
	int32_t day;

	if (need_term(w->vocab, "consent-given-by", c->given_by, e) < 0 ||
	    (c->how.n > 0 && need_term(w->vocab, "consent-how", c->how, e) < 0))
		return -1;
	return c->until.n > 0 ? date_day(c->until, &day, e) : 0;
}

/* The consent that counts for the use and the source, or NULL. */
static const struct record_consent *
consent_at(const struct record_consents *all, struct str use, struct str source_id)
{
	for (size_t i = 0; i < all->count; i++)
		if (str_eq(all->at[i].use, use) && str_eq(all->at[i].source_id, source_id))
			return &all->at[i];
	return NULL;
}

static bool
same_consent(const struct record_consent *a, const struct record_consent *b)
{
	return str_eq(a->given_by, b->given_by) && str_eq(a->how, b->how) &&
	    str_eq(a->until, b->until);
}

static int
append_given(const struct record_writer *w, struct record_consent *c, struct err *e)
{
	struct json *body = json_object(w->arena), *secret = json_object(w->arena);
	char id[ARCHIVE_ID_BYTES + 1];

	archive_id_new('k', id);
	c->id = arena_str(w->arena, str_of(id));
	json_set_str(body, STR("id"), c->id);
	json_set_str(body, STR("person"), c->person_id);
	json_set_str(secret, STR("use"), c->use);
	json_set_str(secret, STR("source"), c->source_id);
	json_set_int(secret, STR("nth"), c->nth);
	json_set_str(secret, STR("given_by"), c->given_by);
	json_set_str(secret, STR("how"), c->how);
	json_set_str(secret, STR("until"), c->until);
	const struct archive_part part = {.op = STR("consent.set"),
	    .version = 1,
	    .body = body,
	    .secret = secret,
	    .key = c->person_id};
	return archive_append(w->archive, w->stamp, &part, 1, NULL, e);
}

/* The archive is held: what was recorded of the person stays so. */
static int
give_held(const struct record_writer *w, struct record_consent *c, bool *fresh, struct err *e)
{
	const struct record_reader reader = reader_of(w);
	struct record_consents all;

	if (resolve(w, c, e) < 0 || check_given(w, c, e) < 0 ||
	    record_consents(&reader, c->person_id, &all, e) < 0)
		return -1;
	const struct record_consent *known = consent_at(&all, c->use, c->source_id);
	if (known != NULL && known->withdrawn)
		return err_fail(
		    e, ERR_CONFLICT, STR("record.consent_withdrawn"), c->use, c->source);
	*fresh = known == NULL || !same_consent(known, c);
	if (!*fresh) {
		c->id = known->id;
		return 0;
	}
	c->nth = known != NULL ? known->nth + 1 : 1;
	return append_given(w, c, e);
}

int
record_consent_give(
    const struct record_writer *writer, struct record_consent *consent, bool *fresh, struct err *e)
{
	struct record_consent c = *consent;
	bool added;

	if (archive_hold(writer->archive, e) < 0)
		return -1;
	int r = give_held(writer, &c, &added, e);
	archive_release(writer->archive);
	if (r < 0)
		return -1;
	*consent = c;
	*fresh = added;
	return 0;
}

int
record_consent_withdraw(const struct record_writer *writer, struct record_consent *consent,
    struct str why, struct err *e)
{
	struct json *body = json_object(writer->arena), *secret = json_object(writer->arena);
	struct record_consent c = *consent;

	if (resolve(writer, &c, e) < 0)
		return -1;
	if (str_trim(why).n == 0)
		return err_fail(e, ERR_INPUT, STR("record.why"));
	c.withdrawn = true;
	c.why = str_trim(why);
	json_set_str(body, STR("person"), c.person_id);
	json_set_str(secret, STR("use"), c.use);
	json_set_str(secret, STR("source"), c.source_id);
	json_set_str(secret, STR("why"), c.why);
	const struct archive_part part = {.op = STR("consent.withdraw"),
	    .version = 1,
	    .body = body,
	    .secret = secret,
	    .key = c.person_id};
	if (archive_append(writer->archive, writer->stamp, &part, 1, NULL, e) < 0)
		return -1;
	*consent = c;
	return 0;
}

static struct record_consent
of_row(const struct sql_consent_of_row *row)
{
	bool given = !row->id_null, named = !row->source_alias_null && row->source_alias.n > 0;

	return (struct record_consent){
	    .person = row->person,
	    .source = named ? row->source_alias : row->source_id,
	    .use = row->use,
	    .given_by = given ? row->given_by : STR(""),
	    .how = given ? row->how : STR(""),
	    .until = given ? row->until : STR(""),
	    .id = given ? row->id : STR(""),
	    .person_id = row->person,
	    .source_id = row->source_id,
	    .nth = given ? row->nth : 0,
	    .withdrawn = !row->why_null,
	    .why = row->why_null ? STR("") : row->why,
	    .added_at = row->added_at,
	    .added_by = given ? row->added_by : STR(""),
	};
}

int
record_consents(const struct record_reader *reader, struct str person_id,
    struct record_consents *out, struct err *e)
{
	struct sql_consent_of_rows rows = {.count = 0};
	struct str last = person_id.n > 0 ? person_id : STR(ID_LAST);
	size_t count = 0;

	if (reader->viewer.role == VIEWER_TEAM &&
	    sql_consent_of_all(reader->db, person_id, last, reader->arena, &rows, e) < 0)
		return -1;
	struct record_consent *at = ARENA_ARRAY(reader->arena, struct record_consent, rows.count);
	for (size_t i = 0; i < rows.count; i++) {
		struct record_consent c = of_row(&rows.at[i]);
		bool newer = count > 0 && str_eq(at[count - 1].person_id, c.person_id) &&
		    str_eq(at[count - 1].use, c.use) &&
		    str_eq(at[count - 1].source_id, c.source_id);
		at[newer ? count - 1 : count++] = c;
	}
	*out = (struct record_consents){at, count};
	return 0;
}

int
record_consent_may(const struct record_reader *reader, struct str person_id, struct str use,
    struct str source_id, int32_t day, struct err *e)
{
	const struct record_reader team = {reader->db, reader->arena, reader->vocab, {VIEWER_TEAM}};
	struct record_consents all;
	int32_t last = DATE_OPEN_END;

	if (record_consents(&team, person_id, &all, e) < 0)
		return -1;
	const struct record_consent *c = consent_at(&all, use, source_id);
	if (c == NULL || c->id.n == 0 || c->withdrawn)
		return 0;
	if (c->until.n > 0 && date_day(c->until, &last, e) < 0)
		return -1;
	return day <= last;
}

int
record_project_consent(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_consent_insert_in row = {.added_at = op->at, .added_by = op->by};

	/* What nobody can read any more allows nothing. */
	if (op->destroyed)
		return 0;
	if (json_need_str(op->body, STR("id"), &row.id, e) < 0 ||
	    json_need_str(op->body, STR("person"), &row.person, e) < 0 ||
	    json_need_str(op->secret, STR("use"), &row.use, e) < 0 ||
	    json_need_str(op->secret, STR("source"), &row.source_id, e) < 0 ||
	    json_need_int(op->secret, STR("nth"), &row.nth, e) < 0 ||
	    json_need_str(op->secret, STR("given_by"), &row.given_by, e) < 0 ||
	    json_need_str(op->secret, STR("how"), &row.how, e) < 0 ||
	    json_need_str(op->secret, STR("until"), &row.until, e) < 0)
		return -1;
	return sql_consent_insert(db, &row, e);
}

int
record_project_refuse(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_consent_withdraw_in row = {.at = op->at, .entry = op->entry};

	if (op->destroyed)
		return 0;
	if (json_need_str(op->body, STR("person"), &row.person, e) < 0 ||
	    json_need_str(op->secret, STR("use"), &row.use, e) < 0 ||
	    json_need_str(op->secret, STR("source"), &row.source_id, e) < 0 ||
	    json_need_str(op->secret, STR("why"), &row.why, e) < 0)
		return -1;
	return sql_consent_withdraw(db, &row, e);
}
