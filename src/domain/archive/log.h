/*
 * log: the segments of an archive, read append by append and written at the end.
 * Knows frames and keys, not what an entry says. Readers need no lock: what
 * ends in the middle of an append they leave to whoever writes next. Only the
 * holder of the append lock writes or cuts.
 */
#ifndef GUVOH_DOMAIN_ARCHIVE_LOG_H
#define GUVOH_DOMAIN_ARCHIVE_LOG_H

#include "domain/archive/folder.h"
#include "domain/archive/frame.h"
#include "kit/seal/secret.h"

#define LOG_BATCH_BYTES ((size_t)256 << 20) /* of one append */

/* A place between two appends. */
struct log_place {
	uint32_t segment; /* from 1; 0 before the first is opened */
	uint64_t offset;  /* in it */
	uint64_t last;    /* offset of the frame that ends there, 0 when the head does */
	struct frame_chain chain;
};

struct log {
	const struct folder *folder;
	const struct secret *key; /* the archive's */
	struct log_place at;
	struct file *file;  /* of segment at.segment */
	struct file *grown; /* the same for appends, NULL until the first */
	struct file *end;   /* for archive_end_note */
	struct aead *aead;
	uint8_t public[SIGN_PUBLIC_BYTES];
};

/* Before the first entry; nothing is opened yet. */
void archive_log_begin(struct log *l, const struct folder *f, const struct secret *key);
void archive_log_end(struct log *l);

/*
 * Goes to a place that was left before. ERR_CONFLICT archive.log-moved when the
 * log does not have it.
 */
MUST_CHECK int archive_log_seek(struct log *l, const struct log_place *place, struct err *e);

/* What a reader of the log gets: the entry's plaintext and its index. Returns 0, or -1 with e
 * filled. */
typedef int (*log_entry_fn)(void *arg, uint64_t index, struct str plain, struct err *e);

/*
 * Reads every whole append from here to the end and moves there. With locked, the
 * caller holds the append lock and a broken-off end is cut.
 *
 * Returns 0; or -1, the place being that of the last append fn took whole:
 * ERR_IO archive.damaged, archive.cut-back (entries that were acknowledged are
 * gone: nothing is cut), ERR_CONFLICT archive.log-moved (the log became shorter than
 * this place), or what fn said.
 */
MUST_CHECK int archive_log_read(
    struct log *l, bool locked, log_entry_fn fn, void *arg, struct err *e);

/* True when there is something to read; cheap. */
bool archive_log_grew(struct log *l);

/* Entries that are going to be one append: as frames, which nobody else has seen yet. */
struct log_batch {
	struct buf bytes;
	struct frame_chain chain; /* behind the last of them */
	size_t last;              /* where that one begins */
};

/*
 * Begins an append. A segment that is full is followed here by a new one without entries, which
 * bears the public key; nothing else is written before archive_log_write. The caller holds the
 * lock and has read to the end. ERR_IO archive.full.
 */
MUST_CHECK int archive_log_batch(
    struct log *l, const uint8_t *public, struct log_batch *out, struct err *e);

/* Seals one more entry; the last one is signed, and none but it. ERR_LIMIT archive.batch-large. */
MUST_CHECK int archive_log_add(struct log *l, struct log_batch *batch, struct str plain,
    const uint8_t *sign_secret, struct err *e);

/*
 * Writes and syncs them. Returns 0, moved behind them; or -1, the log cut back to what it was
 * as far as the disk lets us: ERR_IO archive.full.
 */
MUST_CHECK int archive_log_write(struct log *l, const struct log_batch *batch, struct err *e);

void archive_log_batch_free(struct log_batch *batch);

/* Writes segment 1, empty, for a new archive. */
MUST_CHECK int archive_log_make(const struct folder *f, const uint8_t *public, struct err *e);

/* The key of a segment. */
struct aead *archive_segment_key(const struct folder *f, const struct secret *key, uint32_t number);

#endif
