#include "base/buf.h"
#include "base/utf8.h"
#include "domain/errata/errata_sql.h"
#include "domain/errata/place.h"

/* A text of a reader: valid, not too long, tabs and line ends as blanks. */
static int
take_text(struct arena *a, struct str text, struct str what, struct str *out, struct err *e)
{
	struct buf *clean = buf_on(a);

	if (!utf8_valid(text))
		return err_fail(e, ERR_INPUT, STR("errata.utf8"), what);
	if (utf8_count(text) > ERRATA_LONGEST)
		return err_fail(e, ERR_LIMIT, STR("errata.long"), what);
	for (size_t i = 0; i < text.n; i++)
		buf_putc(
		    clean, (unsigned char)text.p[i] < 0x20 || text.p[i] == 0x7F ? ' ' : text.p[i]);
	*out = str_trim(buf_str(clean));
	return 0;
}

static int
check_note(struct arena *a, struct errata_note *note, struct err *e)
{
	struct str quote;

	if (take_text(a, note->quote, STR("quote"), &quote, e) < 0 ||
	    take_text(a, note->wording, STR("wording"), &note->wording, e) < 0 ||
	    take_text(a, note->comment, STR("comment"), &note->comment, e) < 0)
		return -1;
	if (quote.n == 0)
		return err_fail(e, ERR_INPUT, STR("errata.empty"));
	return 0;
}

/* The revision of a note, if everybody can see it. */
static int
find_revision(const struct count_reader *r, const struct errata_note *note,
    struct publication *publication, struct publication_revision *out, struct err *e)
{
	struct publication_revisions all;

	if (publication_find(r, note->slug, publication, e) < 0 ||
	    publication_revisions(r, publication, &all, e) < 0)
		return -1;
	for (size_t i = 0; i < all.count; i++)
		if (str_eq(all.at[i].lang, note->lang) && all.at[i].number == note->number &&
		    all.at[i].state == PUBLICATION_SHOWN) {
			*out = all.at[i];
			return 0;
		}
	return err_fail(e, ERR_NOTFOUND, STR("publication.no_revision"), note->slug, note->lang,
	    STR_INT(note->number));
}

/* An open report at these words. Danger is never counted to anything else, nor it to danger. */
static int
find_open(const struct count_reader *r, const struct publication *publication,
    const struct errata_note *note, struct str *key, struct err *e)
{
	struct sql_errata_overlapping_rows rows;
	struct sql_errata_overlapping_in in = {
	    publication->key, note->lang, note->number, (int64_t)note->start, (int64_t)note->end};
	struct str danger = errata_kind_name(ERRATA_DANGER);

	if (sql_errata_overlapping_all(r->db, &in, r->arena, &rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.count; i++)
		if (str_eq(rows.at[i].kind, danger) == (note->kind == ERRATA_DANGER)) {
			*key = rows.at[i].key;
			return 0;
		}
	*key = STR("");
	return 0;
}

static void
set_words(struct json *secret, const struct errata_note *note)
{
	json_set_str(secret, STR("kind"), errata_kind_name(note->kind));
	json_set_str(secret, STR("wording"), note->wording);
	json_set_str(secret, STR("comment"), note->comment);
}

/* One more reader at the words of a report; what too many of them wrote is only counted. */
static int
append_again(
    const struct count_writer *w, struct str key, const struct errata_note *note, struct err *e)
{
	struct sql_errata_voices_row voices;
	struct json *body = json_object(w->arena), *secret = json_object(w->arena);

	if (sql_errata_voices_one(archive_db(w->archive), key, w->arena, &voices, e) < 0)
		return -1;
	json_set_str(body, STR("report"), key);
	if (voices.n + 1 < ERRATA_VOICES)
		set_words(secret, note);
	const struct archive_part part = {
	    .op = STR("report.again"), .version = 1, .body = body, .secret = secret, .key = key};
	return archive_append(w->archive, w->stamp, &part, 1, NULL, e);
}

static int
append_new(const struct count_writer *w, struct str key, const struct publication *publication,
    const struct errata_note *note, const struct errata_place *place, struct err *e)
{
	struct json *body = json_object(w->arena), *secret = json_object(w->arena);

	json_set_str(body, STR("id"), key);
	json_set_str(body, STR("publication"), publication->key);
	json_set_str(body, STR("lang"), note->lang);
	json_set_int(body, STR("number"), note->number);
	set_words(secret, note);
	json_set_str(secret, STR("quote"), note->quote);
	json_set_str(secret, STR("prefix"), place->prefix);
	json_set_str(secret, STR("suffix"), place->suffix);
	json_set_int(secret, STR("start"), (int64_t)note->start);
	json_set_int(secret, STR("end"), (int64_t)note->end);
	json_set_int(secret, STR("from"), (int64_t)place->from);
	json_set_int(secret, STR("to"), (int64_t)place->to);
	json_set_str(secret, STR("figure"), place->figure);
	const struct archive_part part = {
	    .op = STR("report.add"), .version = 1, .body = body, .secret = secret, .key = key};
	return archive_append(w->archive, w->stamp, &part, 1, NULL, e);
}

static int
add_held(const struct count_writer *w, const struct errata_note *note,
    const struct errata_page *page, struct errata_added *out, struct err *e)
{
	const struct count_reader reader = {archive_db(w->archive), w->arena, w->vocab, NULL};
	struct publication publication;
	struct publication_revision revision;
	struct errata_place place;
	char fresh[ARCHIVE_ID_BYTES + 1];
	struct str key;

	if (find_revision(&reader, note, &publication, &revision, e) < 0)
		return -1;
	if (!errata_place_holds(page, note))
		return err_fail(e, ERR_CONFLICT, STR("errata.moved"));
	if (find_open(&reader, &publication, note, &key, e) < 0)
		return -1;
	if (key.n > 0) {
		*out = (struct errata_added){key, true, false};
		return append_again(w, key, note, e);
	}
	errata_place_find(w->arena, page, note, publication_file(w->arena, &revision), &place);
	archive_id_new('r', fresh);
	key = arena_str(w->arena, str_of(fresh));
	if (append_new(w, key, &publication, note, &place, e) < 0)
		return -1;
	*out = (struct errata_added){key, false, note->kind == ERRATA_DANGER};
	return 0;
}

int
errata_add(const struct count_writer *w, const struct errata_note *note,
    const struct errata_page *page, struct errata_added *out, struct err *e)
{
	struct errata_note checked = *note;
	struct errata_added added;

	if (check_note(w->arena, &checked, e) < 0 || archive_hold(w->archive, e) < 0)
		return -1;
	int r = add_held(w, &checked, page, &added, e);
	archive_release(w->archive);
	if (r == 0)
		*out = added;
	return r;
}
