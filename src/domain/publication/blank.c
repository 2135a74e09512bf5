#include "base/buf.h"
#include "base/utf8.h"
#include "domain/publication/internal.h"
#include "domain/publication/publication_sql.h"
#include "engine/anchor/anchor.h"

/* Bytes of a file that are to be blank: one flag each. */
struct stain {
	struct str file;
	bool *on;
	bool any;
};

static void
stain_span(struct stain *s, size_t from, size_t to)
{
	for (size_t i = from; i < to && i < s->file.n; i++)
		s->any = s->on[i] = true;
}

/* Byte from at on that is no mark of emphasis and no backslash. */
static size_t
skip_marks(struct str text, size_t at)
{
	while (at < text.n && (text.p[at] == '*' || text.p[at] == '_' || text.p[at] == '\\'))
		at++;
	return at;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

static size_t
skip_blanks(struct str text, size_t at)
{
	while (at < text.n && is_blank(text.p[at]))
		at++;
	return at;
}

/* Byte behind the words when they begin at byte at, marks and lengths of blanks aside; else at. */
static size_t
words_end(struct str text, size_t at, struct str words)
{
	size_t i = at, k = skip_marks(words, 0);

	while (k < words.n) {
		i = i > at ? skip_marks(text, i) : i;
		if (i == text.n ||
		    (text.p[i] != words.p[k] && !(is_blank(text.p[i]) && is_blank(words.p[k]))))
			return at;
		bool blank = is_blank(text.p[i]);
		i = blank ? skip_blanks(text, i) : i + 1;
		k = skip_marks(words, blank ? skip_blanks(words, k) : k + 1);
	}
	return i;
}

static void
stain_words(struct stain *s, struct str words)
{
	for (size_t at = 0; at < s->file.n; at++)
		stain_span(s, at, words_end(s->file, at, words));
}

/* Where the passage of one revision is in another of its language, if the diff knows it. Words that
 * took its place later were written by somebody who saw it blank. */
static void
stain_carried(struct stain *s, const struct publication_revision *r, struct str before,
    const struct publication_blank *blank)
{
	const struct anchor_span span = {
	    utf8_count(str_sub(before, 0, blank->from)), utf8_count(str_sub(before, 0, blank->to))};
	const struct anchor found = anchor_find(before, s->file, span);

	if (found.state == ANCHOR_CHANGED && str_cmp(r->at, blank->at) > 0)
		return;
	stain_span(s, utf8_index(s->file, found.span.start), utf8_index(s->file, found.span.end));
}

/* A value is blank as a whole. Returns the byte behind the one that begins at byte at. */
static size_t
stain_value(struct stain *s, size_t at, bool *blank)
{
	struct str rest = str_sub(s->file, at, s->file.n);
	size_t end = at + str_search(rest, STR("}}")) + 2;

	*blank = false;
	for (size_t i = at; i < end && i < s->file.n; i++)
		*blank |= s->on[i];
	if (*blank)
		stain_span(s, at, end);
	return end;
}

/* The byte at which the text of a file begins, behind the lines of its fields. */
static size_t
text_start(struct str file)
{
	return str_search(file, STR("\n---\n")) + 5;
}

/* The values of the dek and of the text in their order: which are blank, and blank as a whole. */
static const bool *
blank_values(struct arena *a, struct stain *s, size_t *n)
{
	size_t dek = str_search(s->file, STR("\ndek: ")) + 1;
	size_t dek_end = dek + str_find(str_sub(s->file, dek, s->file.n), '\n');
	size_t text = text_start(s->file), capacity = 0;
	bool *blank = NULL;

	*n = 0;
	for (size_t at = dek; at < s->file.n;) {
		if (at >= dek_end && at < text)
			at = text;
		if (!str_starts(str_sub(s->file, at, s->file.n), STR("{{"))) {
			at++;
			continue;
		}
		blank = arena_grow(a, blank, *n, &capacity, sizeof(*blank));
		at = stain_value(s, at, &blank[(*n)++]);
	}
	return blank;
}

/* What figures said, without those that are blank. */
static int
said_without(
    struct arena *a, struct str said, const bool *blank, size_t n, struct str *out, struct err *e)
{
	struct buf *kept = buf_on(a);
	struct json *list;
	size_t k = 0;

	if (json_read(a, said, &list, e) < 0)
		return -1;
	buf_putc(kept, '[');
	for (const struct json *row = list->first; row != NULL; row = row->next, k++) {
		if (k < n && blank[k])
			continue;
		if (kept->n > 1)
			buf_putc(kept, ',');
		json_write(kept, row);
	}
	buf_putc(kept, ']');
	*out = buf_str(kept);
	return 0;
}

/* The text with one mark for each run of blank bytes of a line; names of fields stay, which stand
 * before byte text. */
static struct str
marked(struct arena *a, const struct stain *s, size_t text)
{
	size_t line = 0;
	struct buf *out = buf_on(a);
	bool open = false; /* the mark stands already */

	for (size_t i = 0; i < s->file.n; i++) {
		char c = s->file.p[i];
		struct str head = str_sub(s->file, line, i);
		bool name = i < text && str_search(head, STR(": ")) == head.n;
		if (c == '\n')
			line = i + 1;
		if (!s->on[i] || c == '\n' || name) {
			open = false;
			buf_putc(out, c);
		} else if (!open) {
			open = true;
			buf_put(out, STR(PUBLICATION_BLANKED));
		}
	}
	return buf_str(out);
}

static int
blank_revision(struct arena *a, struct stain *s, struct publication_revision *r, struct err *e)
{
	struct publication_draft draft;
	struct str said;
	size_t n;
	const bool *blank = blank_values(a, s, &n);

	if (said_without(a, r->said, blank, n, &said, e) < 0 ||
	    publication_draft_read(a, marked(a, s, text_start(s->file)), &draft, e) < 0)
		return -1;
	for (size_t i = 0; i < PUBLICATION_FIELDS; i++)
		r->field[i] = draft.field[i];
	r->text = draft.text;
	r->said = said;
	return 0;
}

static const struct publication_revision *
revision_of(
    const struct publication_blank *blank, const struct publication_revision *revisions, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(revisions[i].lang, blank->lang) && revisions[i].number == blank->number)
			return &revisions[i];
	return NULL;
}

static void
stain_revision(struct stain *s, const struct publication_revision *r,
    const struct publication_blanks *blanks, const struct publication_revision *all, size_t n)
{
	for (size_t i = 0; i < blanks->count; i++) {
		const struct publication_blank *blank = &blanks->at[i];
		const struct publication_revision *from = revision_of(blank, all, n);
		if (from == NULL)
			continue;
		if (from == r)
			stain_span(s, blank->from, blank->to);
		else if (str_eq(from->lang, r->lang))
			stain_carried(s, r, from->file, blank);
		if (blank->everywhere)
			stain_words(s, str_sub(from->file, blank->from, blank->to));
	}
}

/* Words that are blank everywhere are so in the public notes too. */
static void
blank_notes(struct arena *a, const struct publication_blank *blank,
    const struct publication_revision *all, size_t n, struct publication_revision *r)
{
	const struct publication_revision *from = revision_of(blank, all, n);
	struct str *const notes[] = {&r->note, &r->state_note};

	for (size_t i = 0; i < LENGTH(notes) && from != NULL && blank->everywhere; i++) {
		struct stain s = {*notes[i], ARENA_ARRAY(a, bool, notes[i]->n), false};
		stain_words(&s, str_sub(from->file, blank->from, blank->to));
		if (s.any)
			*notes[i] = marked(a, &s, 0);
	}
}

int
publication_blank_all(const struct count_reader *r, const struct publication *publication,
    struct publication_revision *revisions, size_t n, struct err *e)
{
	struct publication_blanks blanks;

	if (publication_blanks(r, publication, &blanks, e) < 0)
		return -1;
	for (size_t i = 0; i < n && blanks.count > 0; i++) {
		struct publication_revision *one = &revisions[i];
		struct stain s = {one->file, ARENA_ARRAY(r->arena, bool, one->file.n), false};
		stain_revision(&s, one, &blanks, revisions, n);
		if (s.any && blank_revision(r->arena, &s, one, e) < 0)
			return -1;
		for (size_t k = 0; k < blanks.count; k++)
			blank_notes(r->arena, &blanks.at[k], revisions, n, one);
	}
	return 0;
}

int
publication_blanks(const struct count_reader *r, const struct publication *publication,
    struct publication_blanks *out, struct err *e)
{
	struct sql_publication_blanks_rows rows;

	if (sql_publication_blanks_all(r->db, publication->key, r->arena, &rows, e) < 0)
		return -1;
	struct publication_blank *at = ARENA_ARRAY(r->arena, struct publication_blank, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		at[i] = (struct publication_blank){rows.at[i].key, rows.at[i].at, rows.at[i].lang,
		    rows.at[i].number, (size_t)rows.at[i].from_byte, (size_t)rows.at[i].to_byte,
		    rows.at[i].everywhere != 0, rows.at[i].cause};
	*out = (struct publication_blanks){at, rows.count};
	return 0;
}

struct archive_part
publication_blank_part(const struct count_writer *w, const struct publication *publication,
    const struct publication_blank *blank)
{
	struct json *body = json_object(w->arena);
	char key[ARCHIVE_ID_BYTES + 1];

	archive_id_new('h', key);
	json_set_str(body, STR("id"), str_of(key));
	json_set_str(body, STR("publication"), publication->key);
	json_set_str(body, STR("lang"), blank->lang);
	json_set_int(body, STR("number"), blank->number);
	json_set_int(body, STR("from"), (int64_t)blank->from);
	json_set_int(body, STR("to"), (int64_t)blank->to);
	json_set_bool(body, STR("everywhere"), blank->everywhere);
	json_set_str(body, STR("cause"), blank->cause);
	return (struct archive_part){
	    .op = STR("publication.blank"), .version = 1, .body = body, .key = STR("")};
}

struct archive_part
publication_unblank_part(const struct count_writer *w, const struct publication_blank *blank)
{
	struct json *body = json_object(w->arena);

	json_set_str(body, STR("id"), blank->key);
	return (struct archive_part){
	    .op = STR("publication.unblank"), .version = 1, .body = body, .key = STR("")};
}
