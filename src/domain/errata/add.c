#include "base/buf.h"
#include "base/utf8.h"
#include "domain/errata/errata_sql.h"
#include "domain/errata/place.h"
#include "domain/setting/setting.h"

/* Tabs, line ends and other controls as blanks: the same number of characters. */
static struct str
on_one_line(struct arena *a, struct str text)
{
	struct buf *line = buf_on(a);

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		buf_putc(line, (unsigned char)c < 0x20 || c == 0x7F ? ' ' : c);
	}
	return buf_str(line);
}

/* What a reader wrote must be text, and not too long. */
static int
check_text(struct str text, struct str what, struct err *e)
{
	if (!utf8_valid(text))
		return err_fail(e, ERR_INPUT, STR("errata.utf8"), what);
	if (utf8_count(text) > ERRATA_LONGEST)
		return err_fail(e, ERR_LIMIT, STR("errata.long"), what);
	return 0;
}

static int
check_note(const struct errata_note *note, struct err *e)
{
	if (check_text(note->quote, STR("quote"), e) < 0 ||
	    check_text(note->wording, STR("wording"), e) < 0 ||
	    check_text(note->comment, STR("comment"), e) < 0)
		return -1;
	if (str_trim(note->quote).n == 0)
		return err_fail(e, ERR_INPUT, STR("errata.empty"));
	return 0;
}

/* The note as it is kept. */
static struct errata_note
kept_note(struct arena *a, const struct errata_note *note)
{
	struct errata_note kept = *note;

	kept.quote = on_one_line(a, note->quote);
	kept.wording = str_trim(on_one_line(a, note->wording));
	kept.comment = str_trim(on_one_line(a, note->comment));
	return kept;
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
	struct errata_report report;

	*key = STR("");
	if (sql_errata_overlapping_all(r->db, &in, r->arena, &rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.count && key->n == 0; i++) {
		if (str_eq(rows.at[i].kind, danger) != (note->kind == ERRATA_DANGER))
			continue;
		if (errata_find(r, (struct viewer){VIEWER_TEAM}, rows.at[i].key, &report, e) < 0)
			return -1;
		if (!report.closed)
			*key = report.code;
	}
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

static struct archive_part
new_part(struct arena *a, struct str key, const struct publication *publication,
    const struct errata_note *note, const struct errata_place *place)
{
	struct json *body = json_object(a), *secret = json_object(a);

	json_set_str(body, STR("id"), key);
	json_set_str(body, STR("publication"), publication->key);
	json_set_str(body, STR("lang"), note->lang);
	json_set_int(body, STR("number"), note->number);
	set_words(secret, note);
	json_set_str(secret, STR("quote"), note->quote);
	json_set_str(secret, STR("prefix"), on_one_line(a, place->prefix));
	json_set_str(secret, STR("suffix"), on_one_line(a, place->suffix));
	json_set_int(secret, STR("start"), (int64_t)note->start);
	json_set_int(secret, STR("end"), (int64_t)note->end);
	json_set_int(secret, STR("from"), (int64_t)place->from);
	json_set_int(secret, STR("to"), (int64_t)place->to);
	json_set_str(secret, STR("figure"), place->figure);
	return (struct archive_part){
	    .op = STR("report.add"), .version = 1, .body = body, .secret = secret, .key = key};
}

/* Does the organisation want the passage blank until somebody has looked? Of danger only. */
static int
hides(const struct count_reader *r, const struct errata_note *note,
    const struct errata_place *place, bool *out, struct err *e)
{
	*out = false;
	if (note->kind != ERRATA_DANGER || place->to == 0)
		return 0;
	return setting_yes(r->db, r->arena, SETTING_HIDE_ON_REPORT, out, e);
}

static int
add_new(const struct count_writer *w, const struct publication *publication,
    const struct errata_note *note, const struct errata_place *place, struct errata_added *out,
    struct err *e)
{
	const struct count_reader reader = {archive_db(w->archive), w->arena, w->vocab, NULL};
	char fresh[ARCHIVE_ID_BYTES + 1];
	struct archive_part parts[2];
	bool hidden;

	archive_id_new('r', fresh);
	struct str key = arena_str(w->arena, str_of(fresh));
	const struct publication_blank blank = {.lang = note->lang,
	    .number = note->number,
	    .from = place->from,
	    .to = place->to,
	    .cause = key};
	if (hides(&reader, note, place, &hidden, e) < 0)
		return -1;
	parts[0] = new_part(w->arena, key, publication, note, place);
	parts[1] = publication_blank_part(w, publication, &blank);
	if (archive_append(w->archive, w->stamp, parts, hidden ? 2 : 1, NULL, e) < 0)
		return -1;
	*out = (struct errata_added){key, false, note->kind == ERRATA_DANGER, hidden};
	return 0;
}

static int
add_held(const struct count_writer *w, const struct errata_note *note,
    const struct errata_page *page, struct errata_added *out, struct err *e)
{
	const struct count_reader reader = {archive_db(w->archive), w->arena, w->vocab, NULL};
	const struct errata_note kept = kept_note(w->arena, note);
	struct publication publication;
	struct publication_revision revision;
	struct errata_place place;
	struct str key;

	if (find_revision(&reader, note, &publication, &revision, e) < 0)
		return -1;
	if (!errata_place_holds(page, note))
		return err_fail(e, ERR_CONFLICT, STR("errata.moved"));
	if (find_open(&reader, &publication, note, &key, e) < 0)
		return -1;
	if (key.n > 0) {
		*out = (struct errata_added){key, true, false, false};
		return append_again(w, key, &kept, e);
	}
	errata_place_find(w->arena, page, note, revision.file, &place);
	return add_new(w, &publication, &kept, &place, out, e);
}

int
errata_add(const struct count_writer *w, const struct errata_note *note,
    const struct errata_page *page, struct errata_added *out, struct err *e)
{
	struct errata_added added;

	if (check_note(note, e) < 0 || archive_hold(w->archive, e) < 0)
		return -1;
	int r = add_held(w, note, page, &added, e);
	archive_release(w->archive);
	if (r == 0)
		*out = added;
	return r;
}
