#include "face/site/site_report.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/json.h"
#include "domain/vocab/vocab.h"
#include "face/say/message.h"
#include "face/site/site_bell.h"
#include "face/site/site_content.h"
#include "face/site/site_form.h"
#include "face/site/site_serve.h"
#include "kit/http/http_bucket.h"
#include "kit/os/clock.h"

#define TEXTS 16 /* revisions whose text is kept for one state of the archive */

/* Of an address prefix, which a whole office may share, and of a publication. */
#define PREFIX_MOST 10
#define PREFIX_SECONDS 30
#define PAGE_MOST 60
#define PAGE_SECONDS 2

/* The text of a revision. */
struct text {
	struct str lang, slug;
	int64_t number;
	struct errata_page page;
};

struct site_reports {
	struct archive_readers *readers;
	struct site_bell *bell;
	pthread_mutex_t lock; /* over what follows */
	struct http_buckets *prefixes, *pages;
	struct arena *a; /* of texts */
	int64_t head;    /* of the archive, when they were read */
	struct text texts[TEXTS];
	size_t n_texts;
};

struct site_reports *
site_reports_new(struct archive_readers *readers)
{
	struct site_reports *r = calloc(1, sizeof *r);

	if (r == NULL || pthread_mutex_init(&r->lock, NULL) != 0)
		abort();
	r->readers = readers;
	r->bell = site_bell_new(readers);
	r->prefixes = http_buckets_new(PREFIX_MOST, PREFIX_SECONDS);
	r->pages = http_buckets_new(PAGE_MOST, PAGE_SECONDS);
	r->a = arena_new();
	return r;
}

void
site_reports_free(struct site_reports *r)
{
	if (r == NULL)
		return;
	site_bell_free(r->bell);
	http_buckets_free(r->prefixes);
	http_buckets_free(r->pages);
	arena_free(r->a);
	pthread_mutex_destroy(&r->lock);
	free(r);
}

/* Has s read from the index until archive_reader_give. */
static int
reader_take(struct site_reports *r, struct site *s, struct archive_reader **out, struct err *e)
{
	const struct site_kept *kept;

	if (archive_reader_take(r->readers, out, e) != 0)
		return -1;
	if (site_kept_of(*out, &kept, e) != 0) {
		archive_reader_give(r->readers, *out);
		return -1;
	}
	s->db = (*out)->db;
	s->vocab = &kept->vocab;
	s->memo = kept->memo;
	return 0;
}

static struct errata_page
page_copy(struct arena *a, const struct errata_page *page)
{
	struct errata_figure *figures = ARENA_ARRAY(a, struct errata_figure, page->n);

	for (size_t i = 0; i < page->n; i++) {
		figures[i] = page->figures[i];
		figures[i].id = arena_str(a, page->figures[i].id);
	}
	return (struct errata_page){arena_str(a, page->text), figures, page->n};
}

static void
texts_drop(struct site_reports *r)
{
	arena_free(r->a);
	r->a = arena_new();
	r->n_texts = 0;
}

/* One more text of this state of the archive; room is made when it is full. */
static const struct errata_page *
text_keep(struct site_reports *r, const struct errata_note *note, const struct errata_page *page)
{
	if (r->n_texts == TEXTS)
		texts_drop(r);
	struct text *text = &r->texts[r->n_texts++];
	*text = (struct text){arena_str(r->a, note->lang), arena_str(r->a, note->slug),
	    note->number, page_copy(r->a, page)};
	return &text->page;
}

static const struct errata_page *
text_find(struct site_reports *r, const struct errata_note *note)
{
	int64_t head = archive_readers_head(r->readers);

	if (head != r->head)
		texts_drop(r);
	r->head = head;
	for (size_t i = 0; i < r->n_texts; i++)
		if (r->texts[i].number == note->number && str_eq(r->texts[i].lang, note->lang) &&
		    str_eq(r->texts[i].slug, note->slug))
			return &r->texts[i].page;
	return NULL;
}

/* The text of the note's revision, as it is sent. ERR_NOTFOUND site.none. */
static int
text_of(struct site_reports *r, struct site *s, const struct errata_note *note,
    const struct errata_page **out, struct err *e)
{
	struct archive_reader *reader;
	struct site_content content;

	*out = text_find(r, note);
	if (*out != NULL)
		return 0;
	if (reader_take(r, s, &reader, e) != 0)
		return -1;
	int status = site_content_of(s, note->lang, note->slug, note->number, &content, e);
	archive_reader_give(r->readers, reader);
	if (status == 0)
		*out = text_keep(r, note, &content.page);
	return status;
}

/* What is appended, while nobody reads. */
struct adding {
	struct arena *a;
	const struct errata_note *note;
	const struct errata_page *page;
	struct errata_added added;
};

static int
add(struct archive *archive, void *arg, struct err *e)
{
	struct adding *adding = arg;
	char moment[21];
	const struct archive_stamp stamp = {.at = date_of_moment(clock_seconds(), moment),
	    .by = STR("reader"),
	    .device = STR("site")};
	struct vocab vocab;

	if (vocab_load(archive_db(archive), adding->a, &vocab, e) != 0)
		return -1;
	const struct count_writer writer = {archive, adding->a, &vocab, &stamp};
	return errata_add(&writer, adding->note, adding->page, &adding->added, e);
}

static int
too_often(struct err *e)
{
	return err_fail(e, ERR_LIMIT, STR("site.report.often"));
}

/* What costs least is asked first; a page's tokens are for reports that could be taken. */
static int
take(struct site_reports *r, struct site *s, struct site_noted *noted, struct str *code,
    struct err *e)
{
	struct errata_note *note = &noted->note;
	struct adding adding = {.a = s->a, .note = note};

	if (text_of(r, s, note, &adding.page, e) != 0)
		return -1;
	if (!site_annotation_place(s->a, adding.page, noted))
		return err_fail(e, ERR_CONFLICT, STR("errata.moved"));
	if (!http_bucket_take(r->pages, note->slug, clock_seconds()))
		return too_often(e);
	if (archive_readers_write(r->readers, add, &adding, e) != 0)
		return -1;
	*code = adding.added.code;
	if (adding.added.rings)
		site_bell_ring(r->bell, *code);
	return 0;
}

static int
status_of(const struct err *e)
{
	if (str_eq(str_of(e->key), STR("site.report.often")))
		return 429;
	if (e->code == ERR_NOTFOUND || str_eq(str_of(e->key), STR("errata.moved")))
		return 409;
	return e->code == ERR_INPUT || e->code == ERR_LIMIT ? 422 : 503;
}

static void
take_annotation(struct site_reports *r, struct site *s, const struct http_request *request,
    struct site_taken *out)
{
	struct json *answer = json_object(s->a);
	struct site_noted noted;
	struct str code;
	struct err e;

	int status = str_starts(request->type, STR("application/ld+json"))
	    ? site_annotation_read(s->a, request->body, &noted, &e)
	    : err_fail(&e, ERR_INPUT, STR("site.report.form"));
	if (status == 0)
		status = take(r, s, &noted, &code, &e);
	if (status == 0)
		json_set_str(answer, STR("code"), code);
	else
		json_set_str(answer, STR("error"), str_of(e.key));
	json_write(out->body, answer);
	*out = (struct site_taken){
	    status == 0 ? 201 : status_of(&e), STR("application/json"), out->body, true};
}

/* The report of a form, while a reader of the index is at hand. */
static int
form_note(struct site_reports *r, struct site *s, const struct str at[2],
    const struct site_form_values *values, struct site_noted *out, struct err *e)
{
	struct archive_reader *reader;

	*out = (struct site_noted){.prefix = STR(""), .suffix = STR("")};
	if (reader_take(r, s, &reader, e) != 0)
		return -1;
	int status = site_form_note(s, at[0], at[1], values, &out->note, e);
	archive_reader_give(r->readers, reader);
	return status;
}

/* The form again, as it was sent, with what is wrong with it. */
static int
form_again(struct site_reports *r, struct site *s, const struct str at[2],
    struct site_form_values *values, const struct err *why, struct buf *out)
{
	struct buf *problem = buf_on(s->a);
	struct archive_reader *reader;
	struct err e;

	message_err(problem, site_lang(at[0]), why);
	if (reader_take(r, s, &reader, &e) != 0)
		return 503;
	values->problem = buf_str(problem);
	int status = site_form_write(s, at[0], at[1], values, out, &e);
	archive_reader_give(r->readers, reader);
	return status == 0 ? status_of(why) : err_http_status(e.code);
}

static void
take_form(struct site_reports *r, struct site *s, const struct http_request *request,
    const struct str at[2], struct site_taken *out)
{
	struct site_form_values values = {
	    STR(""), STR(""), STR(""), STR(""), STR(""), STR(""), STR(""), STR("")};
	struct site_noted noted;
	struct str code;
	struct err e;

	out->type = SITE_HTML;
	if (site_form_read(s, request->type, request->body, &values, &e) != 0 ||
	    form_note(r, s, at, &values, &noted, &e) != 0 || take(r, s, &noted, &code, &e) != 0) {
		out->status = form_again(r, s, at, &values, &e, out->body);
		return;
	}
	site_form_taken(s, at[0], at[1], code, out->body);
	out->status = 201;
}

/* "/en/june/report": the language and the publication. */
static bool
form_path(struct str path, struct str at[2])
{
	enum lang lang;

	(void)str_cut(&path, '/');
	at[0] = str_cut(&path, '/');
	at[1] = str_cut(&path, '/');
	return str_eq(path, STR("report")) && at[0].n == 2 && message_lang_of(at[0], &lang);
}

void
site_report_take(struct site_reports *r, struct site *s, const struct http_request *request,
    struct site_taken *out)
{
	bool annotation = str_eq(request->path, STR("/report"));
	struct str at[2];

	*out = (struct site_taken){405, STR(""), buf_on(s->a), annotation};
	if (!annotation && !form_path(request->path, at))
		return;
	if (request->method == HTTP_OPTIONS) {
		out->status = annotation ? 204 : 405;
		return;
	}
	struct str from = http_bucket_from(s->a, request->from);
	pthread_mutex_lock(&r->lock);
	if (from.n > 0 && !http_bucket_take(r->prefixes, from, clock_seconds()))
		out->status = 429;
	else if (annotation)
		take_annotation(r, s, request, out);
	else
		take_form(r, s, request, at, out);
	pthread_mutex_unlock(&r->lock);
}
