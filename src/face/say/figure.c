#include "face/say/figure.h"

struct figure_mark
figure_mark_of(const struct phrase *phrase)
{
	struct figure_mark mark = {
	    FIGURE_EXACT, phrase->said.low, phrase->said.high, phrase->number};

	if (!phrase->has_interval) {
		mark.kind = FIGURE_MODAL;
		mark.number = phrase->modal_number;
	} else if (mark.high == INTERVAL_OPEN) {
		mark.kind = FIGURE_AT_LEAST;
	} else if (mark.low == mark.high) {
		mark.kind = FIGURE_EXACT;
	} else if (mark.low <= 1 && phrase->exactness == PHRASE_BOUND) {
		mark.kind = FIGURE_UP_TO;
	} else if (phrase->exactness == PHRASE_VAGUE) {
		mark.kind = FIGURE_WORD;
	} else {
		bool tick = mark.low < mark.number && mark.number < mark.high;
		mark.kind = tick ? FIGURE_ABOUT : FIGURE_NEARLY;
	}
	return mark;
}

void
figure_mark_put(struct buf *out, const struct figure_mark *mark, enum lang lang, bool utf8)
{
	bool range =
	    mark->kind == FIGURE_ABOUT || mark->kind == FIGURE_NEARLY || mark->kind == FIGURE_WORD;

	if (mark->kind == FIGURE_AT_LEAST || mark->kind == FIGURE_LOGIC)
		buf_put(out, utf8 ? STR("≥ ") : STR(">= "));
	if (mark->kind == FIGURE_UP_TO)
		buf_put(out, utf8 ? STR("≤ ") : STR("<= "));
	if (mark->kind == FIGURE_MODAL)
		lang_number(out, mark->number, lang);
	else
		lang_number(out, mark->kind == FIGURE_UP_TO ? mark->high : mark->low, lang);
	if (range && mark->high != mark->low) {
		buf_put(out, utf8 ? STR("–") : STR("-"));
		lang_number(out, mark->high, lang);
	}
	if (mark->kind == FIGURE_MODAL)
		buf_put(out, STR("?"));
}

struct str
figure_text(struct arena *a, const struct phrase *phrase, enum lang lang, bool utf8)
{
	struct figure_mark mark = figure_mark_of(phrase);
	struct buf *b = buf_on(a);

	figure_mark_put(b, &mark, lang, utf8);
	return buf_str(b);
}
