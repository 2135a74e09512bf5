#include <string.h>

#include "domain/archive/entry.h"
#include "domain/archive/private.h"

#define STOPPED 1

struct visit {
	struct archive *a;
	enum archive_order order;
	int (*fn)(void *arg, const struct archive_entry *entry, struct err *e);
	void *arg;
};

static int
changed(struct archive *a, uint32_t segment, uint64_t offset, uint64_t index, struct err *e)
{
	return err_fail(e, ERR_IO, STR("archive.damaged"), archive_segment_name(a->arena, segment),
	    STR_INT((int64_t)offset), STR_INT((int64_t)index));
}

static int
frame_visit(const struct visit *v, struct aead *key, const struct frame *f, struct err *e)
{
	struct arena *arena = arena_new();
	struct buf plain = BUF_INIT;
	struct archive_entry entry;
	int r = archive_frame_open(f, key, &plain, e);

	if (r == 0)
		r = archive_entry_read(arena, f->index, buf_str(&plain), v->a->keys, &entry, e);
	if (r == 0)
		r = v->fn(v->arg, &entry, e);
	secret_wipe(plain.p, plain.n);
	buf_free(&plain);
	arena_free(arena);
	return r;
}

/* Where each frame of the segment begins. */
static size_t *
frames_find(struct arena *arena, struct str bytes, size_t *count)
{
	size_t *at = NULL;
	size_t capacity = 0;
	struct frame f;

	*count = 0;
	for (size_t i = FRAME_HEAD_BYTES;
	     i < bytes.n && archive_frame_look(str_sub(bytes, i, bytes.n), &f) == FRAME_WHOLE;
	     i += f.length) {
		at = arena_grow(arena, at, *count, &capacity, sizeof(*at));
		at[(*count)++] = i;
	}
	return at;
}

static int
frames_visit(const struct visit *v, struct str bytes, uint32_t number, struct err *e)
{
	struct arena *arena = arena_new();
	struct aead *key = archive_segment_key(&v->a->folder, v->a->key, number);
	size_t n;
	size_t *at = frames_find(arena, bytes, &n);
	struct frame f = {0};
	int r = 0;

	for (size_t i = 0; r == 0 && i < n; i++) {
		size_t here = at[v->order == ARCHIVE_NEWEST_FIRST ? n - 1 - i : i];

		r = archive_frame_look(str_sub(bytes, here, bytes.n), &f) == FRAME_WHOLE
		    ? frame_visit(v, key, &f, e)
		    : changed(v->a, number, here, f.index, e);
		if (r < 0 && str_eq(str_of(e->key), STR("seal.damaged")))
			r = changed(v->a, number, here, f.index, e);
	}
	aead_free(key);
	arena_free(arena);
	return r;
}

/* Reads the segment as far as the index has. */
static int
segment_bytes(struct archive *a, uint32_t number, struct buf *out, struct err *e)
{
	struct arena *arena = arena_new();
	struct file *file;
	uint64_t size = 0;
	size_t got = 0;
	int r = file_open_read(archive_segment_path(arena, &a->folder, number), &file, e);

	arena_free(arena);
	if (r != 0)
		return -1;
	r = file_size(file, &size, e);
	if (number == a->log.at.segment && size > a->log.at.offset)
		size = a->log.at.offset;
	if (r == 0)
		r = file_pread(file, 0, buf_room(out, (size_t)size), (size_t)size, &got, e);
	if (r == 0)
		buf_added(out, got);
	file_close(file);
	return r;
}

int
archive_log(struct archive *a, enum archive_order order,
    int (*fn)(void *arg, const struct archive_entry *entry, struct err *e), void *arg,
    struct err *e)
{
	const struct visit v = {.a = a, .order = order, .fn = fn, .arg = arg};
	uint32_t last = a->log.at.segment;
	int r = 0;

	for (uint32_t i = 0; r == 0 && i < last; i++) {
		uint32_t number = order == ARCHIVE_NEWEST_FIRST ? last - i : i + 1;
		struct buf bytes = BUF_INIT;

		r = segment_bytes(a, number, &bytes, e);
		if (r == 0)
			r = frames_visit(&v, buf_str(&bytes), number, e);
		buf_free(&bytes);
	}
	return r < 0 ? -1 : 0;
}
