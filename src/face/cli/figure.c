#include "face/cli/figure.h"

struct strip_mark
figure_mark(const struct phrase *phrase)
{
	struct strip_mark mark = {STRIP_EXACT, phrase->said.low, phrase->said.high, phrase->number};

	if (!phrase->has_interval) {
		mark.kind = STRIP_MODAL;
		mark.number = phrase->modal_number;
	} else if (mark.high == INTERVAL_OPEN) {
		mark.kind = STRIP_AT_LEAST;
	} else if (mark.low == mark.high) {
		mark.kind = STRIP_EXACT;
	} else if (mark.low <= 1 && phrase->exactness == PHRASE_BOUND) {
		mark.kind = STRIP_UP_TO;
	} else if (phrase->exactness == PHRASE_VAGUE) {
		mark.kind = STRIP_WORD;
	} else {
		bool tick = mark.low < mark.number && mark.number < mark.high;
		mark.kind = tick ? STRIP_ABOUT : STRIP_NEARLY;
	}
	return mark;
}

struct str
figure_text(struct arena *a, const struct phrase *phrase, enum lang lang, bool utf8)
{
	struct strip_mark mark = figure_mark(phrase);
	struct buf *b = buf_on(a);

	strip_label_put(b, &mark, lang, utf8);
	return buf_str(b);
}
