#include "face/cli/column.h"

#include "base/utf8.h"
#include "kit/lang/lang.h"

void
column_pad(struct buf *out, struct str text, size_t width)
{
	buf_put(out, text);
	for (size_t used = lang_width(text); used < width; used++)
		buf_putc(out, ' ');
}

/* The longest beginning of text that is at most width columns wide. */
static struct str
beginning(struct str text, size_t width)
{
	size_t end = 0;

	for (size_t at = 0; at < text.n; end = at) {
		utf8_next(text, &at);
		if (lang_width(str_sub(text, 0, at)) > width)
			break;
	}
	return str_sub(text, 0, end);
}

size_t
column_fit(struct buf *out, struct str text, size_t width, bool utf8)
{
	struct str dots = utf8 ? STR("…") : STR("...");
	size_t whole = lang_width(text), room = lang_width(dots);

	if (whole <= width) {
		buf_put(out, text);
		return whole;
	}
	if (width < room)
		return 0;
	struct str kept = str_trim(beginning(text, width - room));
	buf_put(out, kept);
	buf_put(out, dots);
	return lang_width(kept) + room;
}

void
column_wrap(struct buf *out, struct str text, size_t indent, size_t width)
{
	size_t used = indent;
	struct str rest = text;

	for (bool first = true; rest.n > 0; first = false) {
		struct str word = str_cut(&rest, ' ');
		size_t wide = lang_width(word);
		if (!first && used + 1 + wide > width) {
			buf_putc(out, '\n');
			column_pad(out, STR(""), indent);
			used = indent;
		} else if (!first) {
			buf_putc(out, ' ');
			used++;
		}
		buf_put(out, word);
		used += wide;
	}
	buf_putc(out, '\n');
}
