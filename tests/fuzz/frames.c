/* archive_dep: frames of a segment as bytes of a stranger; what is found must lie inside the bytes.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/archive/frame.h"
#include "kit/seal/seal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(int yes)
{
	if (!yes)
		abort();
}

static void
walk(struct str rest, struct frame_chain chain, const struct frame_head *head, int last)
{
	struct frame_where where = {
	    .offset = FRAME_HEAD_BYTES, .public = head->public, .last = last};
	struct frame_span span;

	for (;;) {
		enum frame_found found = archive_span_next(rest, &chain, &where, &span);

		if (found == FRAME_FOUND_DAMAGE)
			must(span.at <= rest.n);
		if (found != FRAME_FOUND_APPEND)
			return;
		must(span.frames > 0 && span.bytes > 0 && span.bytes <= rest.n);
		must(span.after.index == chain.index + span.frames);
		(void)archive_span_torn(rest, &chain, &where, &span);
		rest = str_sub(rest, span.bytes, rest.n);
		where.offset += span.bytes;
		chain = span.after;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = {(const char *)data, size};
	struct frame_chain chain = {0};
	struct frame_head head;
	struct frame f;
	struct err e;

	if (seal_start(&e) != 0 || !archive_head_read(bytes, &head))
		return 0;
	chain.index = head.first;
	struct str rest = str_sub(bytes, FRAME_HEAD_BYTES, bytes.n);
	/* What the first frame says comes before it, so that inputs need no hashes to get on. */
	if (archive_frame_look(rest, &f) == FRAME_WHOLE) {
		memcpy(chain.previous, f.previous, sizeof(chain.previous));
		chain.index = f.index;
		(void)archive_frame_signed(&f, head.public);
	}
	walk(rest, chain, &head, 1);
	walk(rest, chain, &head, 0);
	return 0;
}
