#include "face/site/site_meaning.h"

#include "face/say/message.h"
#include "site_tpl.h"

struct str
site_meaning_path(const struct site *s, enum lang lang)
{
	return arena_fmt(s->a, "/%.*s/estimates/", STR_ARG(lang_code(lang)));
}

int
site_meaning(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	enum lang lang = site_lang(args[0]);
	struct buf *body = buf_on(s->a);
	struct tpl t = site_writer(lang, body);
	struct site_twin *twins = ARENA_ARRAY(s->a, struct site_twin, LANG_COUNT);

	(void)e;
	for (size_t i = 0; i < LANG_COUNT; i++)
		twins[i] = (struct site_twin){(enum lang)i, site_meaning_path(s, (enum lang)i)};
	site_meaning_body(&t);
	const struct site_frame frame = {
	    .lang = lang,
	    .title = message_text(s->a, lang, STR("site.meaning.title")),
	    .description = message_text(s->a, lang, STR("site.meaning.dek")),
	    .path = site_meaning_path(s, lang),
	    .twins = twins,
	    .n_twins = LANG_COUNT,
	    .head = {STR("")},
	    .body = {buf_str(body)},
	};
	site_frame_put(s, &frame, out->body);
	return 0;
}

int
site_meaning_paths(struct site *s, struct site_paths *out, struct err *e)
{
	(void)s;
	(void)e;
	site_paths_add_langs(out, "estimates/");
	return 0;
}
