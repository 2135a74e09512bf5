#include "face/site/site_said.h"

#include "domain/count/documented.h"
#include "domain/source/source.h"
#include "face/say/figure.h"
#include "face/say/message.h"

static struct str class_of(enum world_class class)
{
	static const struct str names[] = {
	    [WORLD_STATE] = STR_INIT("state"),
	    [WORLD_DEFENDERS] = STR_INIT("defenders"),
	    [WORLD_MEDIA] = STR_INIT("media"),
	    [WORLD_UNNAMED] = STR_INIT("unnamed"),
	    [WORLD_OTHER] = STR_INIT("other"),
	};

	return names[class];
}

static struct str
say(const struct site_page *page, struct str key, struct str one)
{
	return message_text(page->site->a, page->at.lang, key, one);
}

struct board_words
site_said_words(const struct site_page *page, const struct count_board *board)
{
	return (struct board_words){page->site->a, page->at.lang, board, true, true};
}

struct str
site_said_number(const struct site_page *page, const struct publication_said *said)
{
	const struct phrase *p = &said->reading;
	struct buf *n = buf_on(page->site->a);

	if (!said->answered)
		return say(page, STR("site.live.nobody"), (struct str){0});
	if (p->modal || p->said.high != INTERVAL_OPEN)
		return figure_text(page->site->a, p, page->at.lang, true);
	lang_number(n, p->said.low, page->at.lang);
	return say(page, STR("site.live.at_least"), buf_str(n));
}

/* The one origin or class that a figure is of, by its name; empty when there are several. */
static struct str
whose(const struct site_page *page, struct str id)
{
	const struct vocab *v = page->site->vocab;
	struct str lang = lang_code(page->at.lang);
	size_t origin = vocab_origin(v, id);
	const struct vocab_term *class = vocab_term(v, STR("class"), id);

	if (str_eq(id, STR(COUNT_DOCUMENTED)))
		return say(page, STR("board.documented.who"), (struct str){0});
	if (origin != VOCAB_NONE)
		return vocab_text(&v->origins[origin].label, lang);
	return class != NULL ? vocab_text(&class->label, lang) : id;
}

static struct str
href_of(const struct site_page *page, const struct publication_figure *f)
{
	struct str live = publication_live_name(f->asked.live);

	if (!f->known || f->n_basis == 0)
		return STR("");
	struct str id = f->asked.live == PUBLICATION_CLAIM
	    ? count_claim_id(&f->board->claims.at[f->claim])
	    : f->id;
	return arena_fmt(
	    page->site->a, "%.*s%.*s/%.*s/", STR_ARG(page->at.base), STR_ARG(live), STR_ARG(id));
}

static struct str
who_of(const struct site_page *page, const struct publication_figure *f)
{
	if (f->asked.live != PUBLICATION_CLAIM || !f->known)
		return whose(page, f->then.whose);
	const struct board_words w = site_said_words(page, f->board);
	return board_words_origin(&w, f->claim);
}

/* "if everybody punished had been taken to police", or empty. */
static struct str
assuming_of(const struct site_page *page, const struct publication_figure *f)
{
	if (!f->known || f->assumes == 0)
		return STR("");
	const struct board_words w = site_said_words(page, f->board);
	return board_words_if(&w, f->assumes);
}

struct site_live
site_said_live(const struct site_page *page, const struct publication_figure *f)
{
	struct site_live live = {.href = href_of(page, f),
	    .words = STR(""),
	    .words_lang = STR(""),
	    .number = site_said_number(page, &f->then),
	    .who = who_of(page, f)};
	bool quoted = f->asked.as == PUBLICATION_ALL || f->asked.as == PUBLICATION_WORDS;

	if (f->asked.live == PUBLICATION_CLAIM && f->known && quoted) {
		const struct count_claim *claim = &f->board->claims.at[f->claim];
		live.words = claim->text[COUNT_WORDS];
		live.words_lang = claim->text[COUNT_LANG];
	}
	if (f->asked.as == PUBLICATION_WHO)
		live.number = live.who.n > 0 ? live.who : live.number;
	if (f->asked.as == PUBLICATION_ALL) {
		struct str assuming = assuming_of(page, f);
		live.number =
		    arena_fmt(page->site->a, "%.*s%.*s", STR_ARG(live.number), STR_ARG(assuming));
	} else {
		live.who = STR("");
	}
	return live;
}

/* "Lists court, lawyers and police; linkage l7..." */
static struct str
lists_text(const struct site_page *page, const struct person_count *people)
{
	struct buf *names = buf_on(page->site->a);

	for (size_t i = 0; i < people->n_lists; i++)
		buf_fmt(names, "%s%.*s", i > 0 ? ", " : "", STR_ARG(people->lists[i]));
	return message_text(page->site->a, page->at.lang, STR("board.documented.lists"),
	    buf_str(names), people->linkage.id);
}

/* Title and address of a source that is public; of no other. */
static int
source_put(const struct site_page *page, const struct count_claim *claim,
    struct site_voice_full *out, struct err *e)
{
	struct source source;

	if (claim->documented != NULL)
		out->source = lists_text(page, &claim->documented->people);
	if (claim->withheld || claim->source_id.n == 0)
		return 0;
	if (source_find(page->site->db, page->site->a, claim->source_id, &source, e) != 0)
		return -1;
	if (!str_eq(source.confidentiality, STR("public")))
		return 0;
	out->source = source.title;
	out->url = source.url;
	return 0;
}

/* Why a figure bounds nothing, so that nobody takes it for more than it is. */
static struct str
standing_text(const struct site_page *page, const struct board_words *w, int32_t at)
{
	static const struct str keys[] = {
	    [STANDING_STANDS] = STR_INIT(""),
	    [STANDING_SUPERSEDED] = STR_INIT("site.standing.replaced"),
	    [STANDING_DERIVED] = STR_INIT("site.standing.derived"),
	    [STANDING_VARIANT] = STR_INIT("site.standing.variant"),
	    [STANDING_MODAL] = STR_INIT("site.standing.modal"),
	    [STANDING_UNNAMED] = STR_INIT("site.standing.unnamed"),
	    [STANDING_APART] = STR_INIT("site.standing.apart"),
	};
	const struct standing_claim *s = standing_of(w->board->standing, at);
	const struct count_claim *claim = &w->board->claims.at[at];
	struct buf *names = buf_on(page->site->a);

	if (s->status == STANDING_STANDS)
		return STR("");
	for (size_t i = 0; s->status == STANDING_DERIVED && i < claim->n_derived_from; i++)
		buf_fmt(names, "%s%.*s", i > 0 ? ", " : "", STR_ARG(claim->derived_from[i]));
	if (s->status != STANDING_DERIVED && s->for_claim != WORLD_NONE)
		buf_put(names, board_words_id(w, s->for_claim));
	return say(page, keys[s->status], buf_str(names));
}

int
site_said_voice(const struct site_page *page, const struct count_board *board, int32_t at,
    struct site_voice_full *out, struct err *e)
{
	const struct board_words w = site_said_words(page, board);
	const struct count_claim *claim = &board->claims.at[at];
	struct str id = count_claim_id(claim);
	struct scope scope = board->world.claims[at].scope;
	const struct count_scope asked = {.scope = scope, .unit = claim->text[COUNT_UNIT]};
	struct site_voice_full voice = {
	    .id = id,
	    .href =
		arena_fmt(page->site->a, "%.*sclaim/%.*s/", STR_ARG(page->at.base), STR_ARG(id)),
	    .class = class_of(board->world.claims[at].class),
	    .who = board_words_origin(&w, at),
	    .speaker = board_words_speaker(&w, at),
	    .said = board_words_said(&w, at),
	    .via = claim->text[COUNT_VIA],
	    .words = claim->text[COUNT_WORDS],
	    .words_lang = claim->text[COUNT_LANG],
	    .withheld =
		claim->withheld || claim->documented != NULL ? board_words_quote(&w, at) : STR(""),
	    .number = figure_text(page->site->a, &claim->reading, page->at.lang, true),
	    .scope = board_words_scope(&w, &asked),
	    .source = STR(""),
	    .url = STR(""),
	    .standing = standing_text(page, &w, at),
	    .inferred = board->world.claims[at].days_inferred,
	    .unchecked = str_eq(claim->text[COUNT_CHECKED], STR("no")),
	};

	if (str_eq(voice.speaker, voice.who))
		voice.speaker = STR("");
	if (source_put(page, claim, &voice, e) != 0)
		return -1;
	*out = voice;
	return 0;
}

int
site_said_behind(const struct site_page *page, const struct publication_figure *f,
    struct site_behind *out, struct err *e)
{
	const struct board_words w = site_said_words(page, f->board);
	struct site_voice_full *voices =
	    ARENA_ARRAY(page->site->a, struct site_voice_full, f->n_basis);

	for (size_t i = 0; i < f->n_basis; i++)
		if (site_said_voice(page, f->board, f->basis[i], &voices[i], e) != 0)
			return -1;
	bool count = f->asked.live == PUBLICATION_COUNT;
	*out = (struct site_behind){
	    .id = f->id,
	    .href = href_of(page, f),
	    .heading = count ? board_words_scope(&w, f->scope) : voices[0].scope,
	    .number = site_said_number(page, &f->then),
	    .who = who_of(page, f),
	    .assuming = assuming_of(page, f),
	    .voices = voices,
	    .n_voices = f->n_basis,
	    .count = count,
	    .now = f->stale ? site_said_number(page, &f->now) : STR(""),
	};
	return 0;
}
