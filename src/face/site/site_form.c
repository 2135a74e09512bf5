#include "face/site/site_form.h"

#include "base/utf8.h"
#include "face/say/message.h"
#include "face/site/site_content.h"
#include "kit/http/http_form.h"
#include "site_tpl.h"

#define TEXT_BYTES ((size_t)4 * ERRATA_LONGEST) /* a character has at most four */

static const struct site_form_kind kinds[] = {
#define KIND(name, upper, open) {STR_INIT(#name), STR_INIT("site.report.kind." #name), false},
#include "domain/errata/kinds.def"
#undef KIND
};

/* The states of a report that anybody with its code may know. */
static const struct {
	struct str state, key;
} states[] = {
#define ACT(name, upper, state, closed) {STR_INIT(state), STR_INIT("site.report.state." state)},
#include "domain/errata/acts.def"
#undef ACT
};

static struct str
slice(struct str text, size_t start, size_t end)
{
	return str_sub(text, utf8_index(text, start), utf8_index(text, end));
}

static const struct site_form_line *
lines_of(struct arena *a, const struct site_content *content, struct str chosen)
{
	struct site_form_line *lines = ARENA_ARRAY(a, struct site_form_line, content->n_blocks);
	int64_t number = 0;

	if (!str_to_int(chosen, &number))
		number = 0;
	for (size_t i = 0; i < content->n_blocks; i++) {
		const struct site_block *block = &content->blocks[i];
		lines[i] = (struct site_form_line){i + 1,
		    slice(content->page.text, block->start, block->end), number == (int64_t)i + 1};
	}
	return lines;
}

static const struct site_form_kind *
kinds_of(struct arena *a, struct str chosen)
{
	struct site_form_kind *all = ARENA_ARRAY(a, struct site_form_kind, LENGTH(kinds));

	for (size_t i = 0; i < LENGTH(kinds); i++) {
		all[i] = kinds[i];
		all[i].chosen = str_eq(kinds[i].name, chosen);
	}
	return all;
}

static void
put_page(struct site *s, enum lang lang, struct str title, const struct buf *body, struct buf *out)
{
	const struct site_frame frame = {
	    .lang = lang,
	    .title = title,
	    .description = STR(""),
	    .path = STR(""),
	    .head = {STR("")},
	    .body = {buf_str(body)},
	};

	site_frame_put(s, &frame, out);
}

int
site_form_write(struct site *s, struct str lang, struct str slug,
    const struct site_form_values *values, struct buf *out, struct err *e)
{
	struct site_page page;
	struct site_content content;
	struct buf *body = buf_on(s->a);

	if (site_page_find(s, lang, slug, &page, e) != 0)
		return -1;
	if (page.current == NULL)
		return err_fail(e, ERR_NOTFOUND, STR("site.none"));
	if (site_content_of(s, lang, slug, page.current->number, &content, e) != 0)
		return -1;
	const struct site_form form = {
	    .page = &page,
	    .title = page.current->field[PUBLICATION_TITLE],
	    .action = arena_fmt(s->a, "%.*sreport", STR_ARG(page.at.base)),
	    .values = *values,
	    .lines = lines_of(s->a, &content, values->passage),
	    .n_lines = content.n_blocks,
	    .kinds = kinds_of(s->a, values->kind),
	    .n_kinds = LENGTH(kinds),
	};
	struct tpl t = site_writer(page.at.lang, body);
	site_form_body(&t, &form);
	put_page(
	    s, page.at.lang, message_text(s->a, page.at.lang, STR("site.report.title")), body, out);
	return 0;
}

int
site_form(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	const struct site_form_values fresh = {
	    STR(""), STR(""), STR(""), STR(""), STR(""), STR(""), STR(""), STR("")};

	if (!s->reports)
		return err_fail(e, ERR_NOTFOUND, STR("site.none"));
	return site_form_write(s, args[0], args[1], &fresh, out->body, e);
}

int
site_form_read(
    struct site *s, struct str type, struct str body, struct site_form_values *out, struct err *e)
{
	static const struct http_field fields[] = {
	    {STR_INIT("revision"), 20, true, false},
	    {STR_INIT("passage"), 20, false, false},
	    {STR_INIT("words"), TEXT_BYTES, false, false},
	    {STR_INIT("kind"), 20, true, false},
	    {STR_INIT("wording"), TEXT_BYTES, false, false},
	    {STR_INIT("comment"), TEXT_BYTES, false, false},
	    {STR_INIT("website"), TEXT_BYTES, false, false},
	};
	struct str v[LENGTH(fields)];

	if (http_form_read(s->a, type, body, &(struct http_form){fields, LENGTH(fields)}, v, e) !=
	    0)
		return -1;
	*out = (struct site_form_values){v[0], v[1], v[2], v[3], v[4], v[5], v[6], STR("")};
	return 0;
}

/* The words in a paragraph, or all of it. */
static int
place_of(const struct site_content *content, const struct site_block *block, struct str words,
    struct errata_note *out, struct err *e)
{
	struct str text = slice(content->page.text, block->start, block->end);
	size_t at = str_search(text, words);

	if (words.n > 0 && at == text.n)
		return err_fail(e, ERR_INPUT, STR("site.report.words"));
	out->quote = words.n > 0 ? words : str_sub(text, 0, utf8_index(text, ERRATA_LONGEST));
	out->start = block->start + (words.n > 0 ? utf8_count(str_sub(text, 0, at)) : 0);
	out->end = out->start + utf8_count(out->quote);
	return 0;
}

int
site_form_note(struct site *s, struct str lang, struct str slug,
    const struct site_form_values *values, struct errata_note *out, struct err *e)
{
	struct errata_note note = {
	    .lang = lang, .slug = slug, .wording = values->wording, .comment = values->comment};
	struct site_content content;
	int64_t passage;

	if (values->website.n > 0)
		return err_fail(e, ERR_INPUT, STR("site.report.website"));
	if (!str_to_int(values->revision, &note.number) ||
	    !errata_kind_of(values->kind, &note.kind))
		return err_fail(e, ERR_INPUT, STR("site.report.form"));
	if (site_content_of(s, lang, slug, note.number, &content, e) != 0)
		return -1;
	if (!str_to_int(values->passage, &passage) || passage < 1 ||
	    (size_t)passage > content.n_blocks)
		return err_fail(e, ERR_INPUT, STR("site.report.choose"));
	if (place_of(&content, &content.blocks[passage - 1], str_trim(values->words), &note, e) !=
	    0)
		return -1;
	*out = note;
	return 0;
}

void
site_form_taken(struct site *s, struct str lang, struct str slug, struct str code, struct buf *out)
{
	struct buf *body = buf_on(s->a);
	struct tpl t = site_writer(site_lang(lang), body);

	site_form_thanks(&t, code, arena_fmt(s->a, "/%.*s/%.*s/", STR_ARG(lang), STR_ARG(slug)));
	put_page(s, t.lang, message_text(s->a, t.lang, STR("site.report.title")), body, out);
}

/* One page in all languages: a code says nothing of who has it. */
int
site_state(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	const struct count_reader reader = {s->db, s->a, s->vocab, s->memo};
	struct buf *body = buf_on(s->a);
	struct str state;
	size_t i = 0;

	if (errata_state(&reader, args[0], &state, e) != 0)
		return -1;
	while (i + 1 < LENGTH(states) && !str_eq(states[i].state, state))
		i++;
	for (size_t lang = 0; lang < LANG_COUNT; lang++) {
		struct tpl t = site_writer((enum lang)lang, body);
		site_notice(&t, t.lang, STR("site.report.state.title"), states[i].key, true);
	}
	put_page(s, LANG_EN, message_text(s->a, LANG_EN, STR("site.report.state.title")), body,
	    out->body);
	return 0;
}
