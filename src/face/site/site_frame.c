/* What is the same on every page, and the pages that say nothing of an archive. */
#include "face/say/message.h"
#include "face/site/site.h"
#include "site_tpl.h"

struct str
site_lang_key(enum lang lang)
{
	static const struct str keys[LANG_COUNT] = {[LANG_EN] = STR_INIT("site.lang.en"),
	    [LANG_RU] = STR_INIT("site.lang.ru"),
	    [LANG_KK] = STR_INIT("site.lang.kk")};

	return keys[lang];
}

void
site_frame_put(struct site *s, const struct site_frame *frame, struct buf *out)
{
	struct tpl t = site_writer(frame->lang, out);

	site_around(&t, s, frame);
}

/* One page in all languages: a server of files has one such page for everybody. */
static void
notice_put(struct site *s, struct str title, struct str words, bool home, struct buf *out)
{
	struct buf *body = buf_on(s->a);
	struct site_frame frame = {.lang = LANG_EN,
	    .title = message_text(s->a, LANG_EN, title),
	    .description = STR(""),
	    .path = STR(""),
	    .head = {STR("")}};

	for (size_t i = 0; i < LANG_COUNT; i++) {
		struct tpl t = site_writer((enum lang)i, body);
		site_notice(&t, (enum lang)i, title, words, home);
	}
	frame.body = (struct html){buf_str(body)};
	site_frame_put(s, &frame, out);
}

void
site_error_put(struct site *s, int status, struct buf *out)
{
	static const struct {
		int status;
		struct str title, words;
	} rows[] = {
	    {404, STR_INIT("site.error.none.title"), STR_INIT("site.error.none.words")},
	    {429, STR_INIT("site.error.often.title"), STR_INIT("site.report.often")},
	    {405, STR_INIT("site.error.method.title"), STR_INIT("site.error.method.words")},
	    {500, STR_INIT("site.error.ours.title"), STR_INIT("site.error.ours.words")},
	    {0, STR_INIT("site.error.asked.title"), STR_INIT("site.error.asked.words")},
	};
	size_t i = 0;

	while (rows[i].status != status && rows[i].status != 0)
		i++;
	notice_put(s, rows[i].title, rows[i].words, true, out);
}

int
site_missing(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	(void)args;
	(void)e;
	site_error_put(s, 404, out->body);
	return 0;
}

void
site_empty_put(struct site *s, struct buf *out)
{
	notice_put(s, STR("site.empty.title"), STR("site.empty.words"), false, out);
}
