#include "domain/source/source.h"

#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/edtf.h"
#include "base/utf8.h"
#include "domain/source/source_sql.h"

#define ID_LAST "\x7f" /* sorts after every id */

/* Is it the id that a source had in another archive? It keeps it: what names it goes on meaning it.
 */
static bool
is_own_id(struct str name)
{
	return archive_id_like(name) && name.p[0] == 's';
}

static int
check_own_id(struct db *db, struct arena *a, struct str id, struct err *e)
{
	struct sql_source_range_rows rows;

	if (sql_source_range_all(db, id, id, a, &rows, e) < 0)
		return -1;
	return rows.count > 0 ? err_fail(e, ERR_CONFLICT, STR("source.alias_taken"), id) : 0;
}

/* An alias may be spoken, typed and put into an address; it never looks like an id of ours. */
static int
check_alias(struct db *db, struct arena *a, struct str alias, struct err *e)
{
	struct sql_source_by_alias_row row;

	if (alias.n == 0)
		return 0;
	if (is_own_id(alias))
		return check_own_id(db, a, alias, e);
	for (size_t i = 0; i < alias.n; i++) {
		char c = alias.p[i];
		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
			c == '-' || c == '_' || c == '.'))
			return err_fail(e, ERR_INPUT, STR("source.alias"), alias);
	}
	if (alias.n > 64 || archive_id_like(alias))
		return err_fail(e, ERR_INPUT, STR("source.alias"), alias);
	int found = sql_source_by_alias_one(db, alias, a, &row, e);
	if (found > 0)
		return err_fail(e, ERR_CONFLICT, STR("source.alias_taken"), alias);
	return found;
}

static int
check_draft(struct db *db, struct arena *a, const struct vocab *vocab,
    const struct source_draft *draft, struct err *e)
{
	struct edtf date;

	if (vocab_term(vocab, STR("source-kind"), draft->kind) == NULL)
		return err_fail(e, ERR_INPUT, STR("source.kind"), draft->kind);
	if (str_trim(draft->title).n == 0)
		return err_fail(e, ERR_INPUT, STR("source.title"));
	if (draft->url.n > 0 && !str_starts(draft->url, STR("https://")) &&
	    !str_starts(draft->url, STR("http://")))
		return err_fail(e, ERR_INPUT, STR("source.url"), draft->url);
	if (draft->date.n > 0 && edtf_read(a, draft->date, &date, e) < 0)
		return -1;
	const struct str texts[] = {draft->title, draft->lang, draft->url};
	for (size_t i = 0; i < LENGTH(texts); i++)
		if (!utf8_valid(texts[i]) || str_has_control(texts[i]))
			return err_fail(e, ERR_INPUT, STR("source.utf8"));
	return check_alias(db, a, draft->alias, e);
}

static void
set_known(struct json *object, const char *key, struct str text)
{
	if (text.n > 0)
		json_set_str(object, str_of(key), text);
}

static int
append(struct archive *archive, const struct archive_stamp *stamp, struct arena *a,
    const struct source_draft *draft, struct str id, struct err *e)
{
	struct json *body = json_object(a), *secret = json_object(a);
	struct archive_blob blob;

	json_set_str(body, STR("id"), id);
	json_set_str(secret, STR("kind"), draft->kind);
	json_set_str(
	    secret, STR("confidentiality"), draft->is_public ? STR("public") : STR("archive"));
	if (!is_own_id(draft->alias))
		set_known(secret, "alias", draft->alias);
	set_known(secret, "title", str_trim(draft->title));
	set_known(secret, "lang", draft->lang);
	set_known(secret, "url", draft->url);
	set_known(secret, "date", draft->date);
	if (draft->path.n > 0) {
		if (archive_blob_add(archive, draft->path, id, &blob, e) < 0)
			return -1;
		json_set(secret, STR("blob"), archive_blob_json(a, &blob));
	}
	const struct archive_part part = {
	    .op = STR("source.add"), .version = 1, .body = body, .secret = secret, .key = id};
	return archive_append(archive, stamp, &part, 1, NULL, e);
}

int
source_add(struct archive *archive, const struct vocab *vocab, const struct archive_stamp *stamp,
    const struct source_draft *draft, char id[ARCHIVE_ID_BYTES + 1], struct err *e)
{
	struct arena *a = arena_new();
	char fresh[ARCHIVE_ID_BYTES + 1];

	archive_id_new('s', fresh);
	if (is_own_id(draft->alias))
		memcpy(fresh, draft->alias.p, ARCHIVE_ID_BYTES);
	int r = archive_hold(archive, e); /* an alias that is free stays so */
	if (r == 0)
		r = check_draft(archive_db(archive), a, vocab, draft, e);
	if (r == 0)
		r = append(archive, stamp, a, draft, str_of(fresh), e);
	archive_release(archive);
	if (r == 0)
		for (size_t i = 0; i < sizeof(fresh); i++)
			id[i] = fresh[i];
	arena_free(a);
	return r;
}

static struct source
of_row(const struct sql_source_range_row *row)
{
	return (struct source){
	    .id = row->id,
	    .alias = row->alias,
	    .kind = row->kind,
	    .confidentiality = row->confidentiality,
	    .title = row->title,
	    .lang = row->lang,
	    .url = row->url,
	    .date = row->date,
	    .blob = row->blob,
	    .added_at = row->added_at,
	    .added_by = row->added_by,
	    .destroyed = row->destroyed != 0,
	};
}

int
source_find(struct db *db, struct arena *a, struct str name, struct source *out, struct err *e)
{
	struct sql_source_by_alias_row alias;
	struct sql_source_range_rows rows;

	int found = sql_source_by_alias_one(db, name, a, &alias, e);
	if (found < 0)
		return -1;
	struct str first = found > 0 ? alias.id : name;
	struct str last = found > 0 ? alias.id : arena_fmt(a, "%.*s" ID_LAST, STR_ARG(name));
	if (name.n == 0)
		return err_fail(e, ERR_NOTFOUND, STR("source.none"), name);
	if (sql_source_range_all(db, first, last, a, &rows, e) < 0)
		return -1;
	if (rows.count == 0)
		return err_fail(e, ERR_NOTFOUND, STR("source.none"), name);
	if (rows.count > 1)
		return err_fail(e, ERR_INPUT, STR("source.several"), name);
	*out = of_row(&rows.at[0]);
	return 0;
}

int
source_all(struct db *db, struct arena *a, struct source_list *out, struct err *e)
{
	struct sql_source_range_rows rows;

	if (sql_source_range_all(db, STR(""), STR(ID_LAST), a, &rows, e) < 0)
		return -1;
	struct source *at = ARENA_ARRAY(a, struct source, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		at[i] = of_row(&rows.at[i]);
	*out = (struct source_list){at, rows.count};
	return 0;
}

static int
collect(void *arg, struct str chunk, struct err *e)
{
	(void)e;
	buf_put(arg, chunk);
	return 0;
}

int
source_text(struct archive *archive, struct arena *a, const struct source *source, bool *is_text,
    struct str *text, struct err *e)
{
	struct json *value;
	struct archive_blob blob;
	struct buf *bytes = buf_on(a);

	*is_text = false;
	if (source->blob.n == 0)
		return 0;
	if (json_read(a, source->blob, &value, e) < 0 || archive_blob_of(value, &blob, e) < 0)
		return -1;
	if (blob.bytes > SOURCE_TEXT_MAX)
		return 0;
	if (archive_blob_read(archive, &blob, collect, bytes, e) < 0)
		return -1;
	if (!utf8_valid(buf_str(bytes)) || str_find(buf_str(bytes), '\0') < bytes->n)
		return 0;
	*is_text = true;
	*text = buf_str(bytes);
	return 0;
}

struct str
source_month(struct arena *a, struct str text)
{
	struct edtf date;
	struct date_span days;
	struct err e;

	if (text.n == 0 || edtf_read(a, text, &date, &e) < 0 ||
	    !date_of_span(edtf_hull(&date), &days))
		return STR("");
	if (days.first == DATE_OPEN_START || days.last == DATE_OPEN_END)
		return STR("");
	struct date_civil from = date_to_civil(days.first), to = date_to_civil(days.last);
	if (from.year != to.year || from.month != to.month)
		return STR("");
	return arena_fmt(a, "%04d-%02d", from.year, from.month);
}
