#include "domain/archive/log.h"

#include <assert.h>
#include <string.h>

#include "domain/archive/archive.h"
#include "domain/archive/end.h"
#include "domain/archive/wire.h"
#include "kit/seal/kdf.h"

static int
damaged(uint32_t segment, uint64_t offset, uint64_t index, struct err *e)
{
	struct arena *a = arena_new();
	struct str name = archive_segment_name(a, segment);
	int r = err_fail(e, ERR_IO, STR("archive.damaged"), name, STR_INT((int64_t)offset),
	    STR_INT((int64_t)index));

	arena_free(a);
	return r;
}

struct aead *
archive_segment_key(const struct folder *f, const struct secret *key, uint32_t number)
{
	uint8_t derived[AEAD_KEY_BYTES];
	char info[] = "guvoh segment ....";

	wire_put32((uint8_t *)info + sizeof(info) - 5, number);
	kdf_derive(secret_str(key), (struct str){(const char *)f->id, FRAME_ARCHIVE_BYTES},
	    (struct str){info, sizeof(info) - 1}, derived, sizeof(derived));
	struct aead *aead = aead_new(derived);
	secret_wipe(derived, sizeof(derived));
	return aead;
}

void
archive_log_begin(struct log *l, const struct folder *f, const struct secret *key)
{
	*l = (struct log){.folder = f, .key = key};
}

static void
segment_close(struct log *l)
{
	file_close(l->file);
	file_close(l->grown);
	aead_free(l->aead);
	l->file = NULL;
	l->grown = NULL;
	l->aead = NULL;
}

void
archive_log_end(struct log *l)
{
	segment_close(l);
	file_close(l->end);
	l->end = NULL;
}

static bool
head_follows(const struct log *l, const struct frame_head *head, uint32_t number)
{
	return head->number == number &&
	    memcmp(head->archive, l->folder->id, FRAME_ARCHIVE_BYTES) == 0;
}

/* Opens a segment of the log; its head is read and, but for its place in the chain, checked. */
static int
segment_open(struct log *l, uint32_t number, struct frame_head *head, struct err *e)
{
	struct arena *a = arena_new();
	uint8_t bytes[FRAME_HEAD_BYTES];
	struct file *file;
	size_t got = 0;
	int r = file_open_read(archive_segment_path(a, l->folder, number), &file, e);

	arena_free(a);
	if (r != 0)
		return e->code == ERR_NOTFOUND ? damaged(number, 0, l->at.chain.index, e) : -1;
	if (file_pread(file, 0, bytes, sizeof(bytes), &got, e) != 0 ||
	    !archive_head_read((struct str){(const char *)bytes, got}, head) ||
	    !head_follows(l, head, number)) {
		file_close(file);
		return damaged(number, 0, l->at.chain.index, e);
	}
	segment_close(l);
	l->file = file;
	l->aead = archive_segment_key(l->folder, l->key, number);
	memcpy(l->public, head->public, sizeof(l->public));
	return 0;
}

static void
head_hash(const struct frame_head *head, uint8_t out[DIGEST_BYTES])
{
	uint8_t bytes[FRAME_HEAD_BYTES];

	archive_head_write(head, bytes);
	digest_of(bytes, sizeof(bytes), out);
}

/* Moves from the end of one segment, or from nowhere, to the beginning of the next. */
static int
segment_next(struct log *l, struct err *e)
{
	uint32_t number = l->at.segment + 1;
	struct frame_head head;

	if (segment_open(l, number, &head, e) != 0)
		return -1;
	if (head.first != l->at.chain.index ||
	    memcmp(head.previous, l->at.chain.previous, DIGEST_BYTES) != 0)
		return damaged(number, 0, l->at.chain.index, e);
	l->at.segment = number;
	l->at.offset = FRAME_HEAD_BYTES;
	l->at.last = 0;
	head_hash(&head, l->at.chain.previous);
	return 0;
}

static bool
segment_exists(const struct log *l, uint32_t number)
{
	struct arena *a = arena_new();
	bool there = file_exists(archive_segment_path(a, l->folder, number));

	arena_free(a);
	return there;
}

/* Is the hash of what ends at place what the next frame will be asked for? */
static bool
place_holds(struct log *l, const struct log_place *place, const struct frame_head *head)
{
	struct buf bytes = BUF_INIT;
	struct frame f;
	uint8_t hash[DIGEST_BYTES];
	size_t got = 0;
	struct err e;

	if (place->last == 0) {
		head_hash(head, hash);
		return place->offset == FRAME_HEAD_BYTES &&
		    memcmp(hash, place->chain.previous, DIGEST_BYTES) == 0;
	}
	if (place->last >= place->offset || place->offset - place->last > LOG_BATCH_BYTES)
		return false;
	size_t n = (size_t)(place->offset - place->last);
	bool holds = file_pread(l->file, place->last, buf_room(&bytes, n), n, &got, &e) == 0;

	if (holds)
		buf_added(&bytes, got);
	holds = holds && got == n && archive_frame_look(buf_str(&bytes), &f) == FRAME_WHOLE &&
	    f.length == n && f.index + 1 == place->chain.index;
	if (holds) {
		archive_frame_hash(&f, hash);
		holds = memcmp(hash, place->chain.previous, DIGEST_BYTES) == 0;
	}
	buf_free(&bytes);
	return holds;
}

int
archive_log_seek(struct log *l, const struct log_place *place, struct err *e)
{
	struct frame_head head;

	if (place->segment == 0) {
		segment_close(l);
		l->at = (struct log_place){0};
		return 0;
	}
	if (!segment_exists(l, place->segment))
		return err_fail(e, ERR_CONFLICT, STR("archive.log-moved"));
	if (segment_open(l, place->segment, &head, e) != 0)
		return -1;
	if (!place_holds(l, place, &head))
		return err_fail(e, ERR_CONFLICT, STR("archive.log-moved"));
	l->at = *place;
	return 0;
}

/* All bytes of the segment from here on. */
static int
rest_read(struct log *l, struct buf *rest, struct err *e)
{
	struct file_facts facts = {0};
	size_t got = 0;

	if (file_look_open(l->file, &facts, e) != 0)
		return -1;
	if (facts.names == 0 || facts.size < l->at.offset)
		return err_fail(e, ERR_CONFLICT, STR("archive.log-moved"));
	size_t n = (size_t)(facts.size - l->at.offset);
	if (file_pread(l->file, l->at.offset, buf_room(rest, n + 1), n, &got, e) != 0)
		return -1;
	buf_added(rest, got);
	return 0;
}

/* One reading of the bytes behind a place. */
struct reading {
	struct log *log;
	log_entry_fn fn;
	void *arg;
	struct str rest; /* not yet read */
	struct buf plain;
	uint64_t acknowledged; /* entries, as far as is known */
	bool last;             /* segment */
	bool torn;             /* rest is an append that was broken off */
};

static int
frames_give(struct reading *g, const struct frame_span *span, struct err *e)
{
	struct log *l = g->log;
	size_t at = 0;

	for (size_t i = 0; i < span->frames; i++) {
		struct frame f;
		enum frame_look look = archive_frame_look(str_sub(g->rest, at, span->bytes), &f);

		assert(look == FRAME_WHOLE);
		buf_cut(&g->plain, 0);
		if (archive_frame_open(&f, l->aead, &g->plain, e) != 0)
			return damaged(l->at.segment, l->at.offset + at, f.index, e);
		if (g->fn(g->arg, f.index, buf_str(&g->plain), e) != 0)
			return -1;
		l->at.last = l->at.offset + at;
		at += f.length;
	}
	return 0;
}

/* Does every frame of the append decrypt? Asked where the answer may be "torn". */
static bool
span_opens(struct reading *g, const struct frame_span *span)
{
	size_t at = 0;

	for (size_t i = 0; i < span->frames; i++) {
		struct frame f;
		struct err e;

		buf_cut(&g->plain, 0);
		if (archive_frame_look(str_sub(g->rest, at, span->bytes), &f) != FRAME_WHOLE ||
		    archive_frame_open(&f, g->log->aead, &g->plain, &e) != 0)
			return false;
		at += f.length;
	}
	return true;
}

/* Reads one append. Returns 1 when there was one, 0 at the end, -1. */
static int
append_read(struct reading *g, struct err *e)
{
	struct log *l = g->log;
	struct frame_where where = {.offset = l->at.offset, .public = l->public, .last = g->last};
	struct frame_span span;

	switch (archive_span_next(g->rest, &l->at.chain, &where, &span)) {
	case FRAME_FOUND_NOTHING:
		return 0;
	case FRAME_FOUND_TORN:
		g->torn = true;
		return 0;
	case FRAME_FOUND_DAMAGE:
		return damaged(l->at.segment, span.before ? l->at.last : l->at.offset + span.at,
		    span.index, e);
	case FRAME_FOUND_APPEND:
		break;
	}
	if (archive_span_torn(g->rest, &l->at.chain, &where, &span) && !span_opens(g, &span)) {
		g->torn = true;
		return 0;
	}
	struct log_place before = l->at;
	if (frames_give(g, &span, e) != 0) {
		l->at = before;
		return -1;
	}
	l->at.offset += span.bytes;
	l->at.chain = span.after;
	g->rest = str_sub(g->rest, span.bytes, g->rest.n);
	return 1;
}

static bool
same_file(struct file *one, struct file *other)
{
	struct file_facts a, b;
	struct err e;

	return file_look_open(one, &a, &e) == 0 && file_look_open(other, &b, &e) == 0 &&
	    a.device == b.device && a.inode == b.inode;
}

/* Opens the segment for appends as well, once. */
static int
grown_open(struct log *l, struct err *e)
{
	struct file *file;

	if (l->grown != NULL)
		return 0;
	struct arena *a = arena_new();
	int r = file_open_append(archive_segment_path(a, l->folder, l->at.segment), &file, e);
	arena_free(a);
	if (r != 0)
		return -1;
	if (!same_file(file, l->file)) {
		file_close(file);
		return err_fail(e, ERR_CONFLICT, STR("archive.log-moved"));
	}
	l->grown = file;
	return 0;
}

static int
tail_cut(struct log *l, struct err *e)
{
	if (grown_open(l, e) != 0 || file_truncate(l->grown, l->at.offset, e) != 0)
		return -1;
	return file_sync(l->grown, e);
}

static int
segment_read(struct log *l, struct reading *g, bool locked, struct err *e)
{
	struct buf bytes = BUF_INIT;
	int r;

	/* Asked before reading: a segment that has a successor grows no more. */
	g->last = !segment_exists(l, l->at.segment + 1);
	g->torn = false;
	r = rest_read(l, &bytes, e);
	g->rest = buf_str(&bytes);
	if (r == 0)
		do
			r = append_read(g, e);
		while (r > 0);
	if (r == 0 && g->last && l->at.chain.index < g->acknowledged)
		r = archive_end_missing(l->at.chain.index, g->acknowledged, e);
	if (r == 0 && g->torn && locked)
		r = tail_cut(l, e);
	buf_free(&bytes);
	return r;
}

int
archive_log_read(struct log *l, bool locked, log_entry_fn fn, void *arg, struct err *e)
{
	struct reading g = {.log = l,
	    .fn = fn,
	    .arg = arg,
	    .plain = BUF_INIT,
	    .acknowledged = archive_end_read(l->folder)};
	int r = l->at.segment == 0 ? segment_next(l, e) : 0;

	while (r == 0) {
		r = segment_read(l, &g, locked, e);
		if (r != 0 || g.last)
			break;
		r = segment_next(l, e);
	}
	secret_wipe(g.plain.p, g.plain.n);
	buf_free(&g.plain);
	return r;
}

bool
archive_log_grew(struct log *l)
{
	struct file_facts facts;
	struct err e;

	if (l->file == NULL || file_look_open(l->file, &facts, &e) != 0 || facts.names == 0 ||
	    facts.size != l->at.offset)
		return true;
	return l->at.offset >= ARCHIVE_SEGMENT_BYTES && segment_exists(l, l->at.segment + 1);
}

static int
segment_make(const struct folder *f, const struct frame_head *head, struct err *e)
{
	struct arena *a = arena_new();
	uint8_t bytes[FRAME_HEAD_BYTES];

	archive_head_write(head, bytes);
	int r = file_write_atomic(
	    archive_segment_path(a, f, head->number), bytes, sizeof(bytes), 0600, e);
	arena_free(a);
	return r == 0 ? 0 : archive_folder_failed(e);
}

int
archive_log_make(const struct folder *f, const uint8_t *public, struct err *e)
{
	struct frame_head head = {.number = 1};

	memcpy(head.archive, f->id, sizeof(head.archive));
	memcpy(head.public, public, sizeof(head.public));
	return segment_make(f, &head, e);
}

static int
segment_turn(struct log *l, const uint8_t *public, struct err *e)
{
	struct frame_head head = {.number = l->at.segment + 1, .first = l->at.chain.index};

	memcpy(head.archive, l->folder->id, sizeof(head.archive));
	memcpy(head.previous, l->at.chain.previous, DIGEST_BYTES);
	memcpy(head.public, public, sizeof(head.public));
	if (segment_make(l->folder, &head, e) != 0)
		return -1;
	return segment_next(l, e);
}

/*
 * Writes all but the last frame, waits for the disk, then writes that: where a
 * frame with FRAME_END stands, what is before it was written. So a gap in front
 * of one is damage and never a broken-off append.
 */
static int
bytes_write(struct file *file, struct str bytes, size_t last, struct err *e)
{
	if (last > 0 && (file_write_all(file, bytes.p, last, e) != 0 || file_sync(file, e) != 0))
		return -1;
	if (file_write_all(file, bytes.p + last, bytes.n - last, e) != 0)
		return -1;
	return file_sync(file, e);
}

static int
append_write(struct log *l, struct str bytes, size_t last, struct err *e)
{
	struct err ignored;

	if (grown_open(l, e) != 0)
		return archive_folder_failed(e);
	if (bytes_write(l->grown, bytes, last, e) == 0)
		return 0;
	if (file_truncate(l->grown, l->at.offset, &ignored) == 0 &&
	    file_sync(l->grown, &ignored) != 0)
		ignored.code = ERR_IO; /* the next append looks again at what the disk kept */
	file_close(l->grown);
	l->grown = NULL;
	return archive_folder_failed(e);
}

int
archive_log_batch(struct log *l, const uint8_t *public, struct log_batch *out, struct err *e)
{
	assert(l->file != NULL);
	if (l->at.offset >= ARCHIVE_SEGMENT_BYTES && segment_turn(l, public, e) != 0)
		return -1;
	*out = (struct log_batch){.bytes = BUF_INIT, .chain = l->at.chain};
	return 0;
}

int
archive_log_add(struct log *l, struct log_batch *batch, struct str plain,
    const uint8_t *sign_secret, struct err *e)
{
	batch->last = batch->bytes.n;
	archive_frame_write(&batch->bytes, l->aead, &batch->chain, plain, sign_secret);
	if (batch->bytes.n > LOG_BATCH_BYTES)
		return err_fail(e, ERR_LIMIT, STR("archive.batch-large"),
		    STR_INT((int64_t)(LOG_BATCH_BYTES >> 20)));
	return 0;
}

int
archive_log_write(struct log *l, const struct log_batch *batch, struct err *e)
{
	assert(batch->bytes.n > 0);
	if (append_write(l, buf_str(&batch->bytes), batch->last, e) != 0)
		return -1;
	l->at.last = l->at.offset + batch->last;
	l->at.offset += batch->bytes.n;
	l->at.chain = batch->chain;
	archive_end_note(l->folder, &l->end, batch->chain.index);
	return 0;
}

void
archive_log_batch_free(struct log_batch *batch)
{
	buf_free(&batch->bytes);
}
