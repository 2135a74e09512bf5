/*
 * archive: one organisation's entries, blobs and keys in an encrypted folder, and the index in
 *memory. The log is the truth: an entry is encrypted, chained, signed and on the disk before
 *archive_append returns. The index (a struct db in memory) is made from it by projectors and can be
 *thrown away. One handle belongs to one thread; any number of handles and processes may work on one
 *folder at the same time. The form of every file: docs/decisions/log-format.md.
 *
 *	struct json *body = json_object(arena);
 *	json_set_str(body, STR("id"), id);
 *	json_set_str(body, STR("kind"), STR("interview"));
 *	struct json *secret = json_object(arena);
 *	json_set_str(secret, STR("title"), title);
 *	const struct archive_part part = {
 *	    .op = STR("source.add"), .version = 1, .body = body, .secret = secret, .key = id};
 *	if (archive_append(archive, &stamp, &part, 1, NULL, e) != 0)
 *		return -1;
 */
#ifndef GUVOH_DOMAIN_ARCHIVE_ARCHIVE_H
#define GUVOH_DOMAIN_ARCHIVE_ARCHIVE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "base/str.h"

struct db;
struct db_room;
struct archive;
struct archive_blob;

#define ARCHIVE_ENTRY_MAX (8 << 20)      /* bytes of one entry, sealed parts included */
#define ARCHIVE_BATCH_MAX 100000         /* entries in one append */
#define ARCHIVE_SEGMENT_BYTES (64 << 20) /* a segment that has them is closed */
#define ARCHIVE_ID_BYTES 17              /* kind letter + base32 of 80 bits */
#define ARCHIVE_IDLE_SECONDS 900         /* how long an unlocked key waits for its next use */

/* --- What a room hands to the archive ------------------------------------------------------- */

/* One op of one entry, as a projector and a reader of the log see it. Borrowed for the call. */
struct archive_op {
	struct str entry;          /* id of the entry it stands in */
	struct str at, by, device; /* when (RFC 3339, UTC, "2019-06-12T08:00:00Z"), who, on what */
	int64_t index;    /* place of the entry in this log, from 0; answers must not rest on it */
	int64_t position; /* place of the op in the entry, from 0 */
	struct str op;    /* "source.add" */
	int64_t version;  /* 1.. */
	const struct json *body; /* object; what is not sealed */
	const struct json
	    *secret;    /* object; the sealed part opened, NULL when there is none to read */
	struct str key; /* id of the key that seals it, empty when nothing was sealed */
	bool destroyed; /* it had a sealed part and its key was destroyed */
};

/*
 * Writes one op into the tables. Returns 0, or -1 with e filled: then the op is
 * refused, and archive_append writes nothing. Uses no clock, no random, no locale
 * and no sum of floating point. A sealed part may be gone (destroyed): the op is
 * still there and must project.
 */
struct projector {
	struct str op;
	int64_t version;
	int (*fn)(struct db *db, const struct archive_op *op, struct err *e);
};

/* What the index is made of. Lives as long as the handles opened with it. */
struct archive_index {
	const struct projector *projectors;
	size_t n;
	const struct db_room *const *rooms; /* tables of every room, archive_sql among them */
	size_t room_count;
	int64_t revision; /* raised when a projector writes other rows for the same op */
	/* Makes what is made from many rows at once, after entries were projected and before
	 * that is kept; NULL: nothing. */
	int (*finish)(struct db *db, struct err *e);
};

/* --- Opening -------------------------------------------------------------------------------- */

/*
 * Asks somebody for the passphrase: writes up to capacity bytes to room, which
 * is locked memory that the archive wipes, and sets *n. Returns -1, e filled, to give up.
 */
typedef int (*archive_ask_fn)(void *arg, char *room, size_t capacity, size_t *n, struct err *e);

/* Where the archive is and how to get at its key. The key file is tried first, then the
 * process that archive_unlock left running, then ask. */
struct archive_place {
	struct str dir;
	struct str key_file; /* empty: none */
	archive_ask_fn ask;  /* NULL: nobody is asked */
	void *ask_arg;
	bool no_holder; /* do not look for an unlocked key */
};

/*
 * Makes a folder at place->dir: it must not exist, or be empty; nobody else may
 * look into it from then on. With key_file the
 * file is made when it is missing and used when it is there; without it ask is
 * called once. Nothing is left behind on failure.
 *
 * Returns 0; or -1 with ERR_CONFLICT archive.exists, ERR_INPUT archive.passphrase-short
 * (under 8 bytes), archive.key-file or archive.key-inside (the key would lie in the
 * archive), ERR_DENIED archive.no-key, or ERR_IO.
 */
MUST_CHECK int archive_init(const struct archive_place *place, struct err *e);

/*
 * Opens the folder and brings the index up to the end of the log.
 *
 * Returns 0 and sets *out; or -1 with ERR_NOTFOUND archive.none (no archive there),
 * ERR_INPUT archive.format (made by a newer guvoh), ERR_DENIED archive.no-key,
 * archive.passphrase (wrong) or archive.key-file-wrong, ERR_IO archive.damaged with
 * file, byte offset and entry, or what a projector refused.
 */
MUST_CHECK int archive_open(const struct archive_place *place, const struct archive_index *index,
    struct archive **out, struct err *e);

/*
 * Writes a snapshot when much was read since the last one, by entries or bytes (snapshot.c), and
 * the disk has room to spare. NULL is fine.
 */
void archive_close(struct archive *a);

/*
 * The index. Read through it; only projectors write to it. Ask again after any call
 * that can make the index anew: append, refresh, rebuild, key_destroy.
 */
struct db *archive_db(struct archive *a);

/* Base32 of 128 bits that name this archive; lives as long as the handle. */
struct str archive_name(const struct archive *a);

int64_t archive_entries(const struct archive *a);

/* The name of the archive at place (archive_name), on a, without its key. ERR_NOTFOUND
 * archive.none. */
MUST_CHECK int archive_name_at(
    const struct archive_place *place, struct arena *a, struct str *out, struct err *e);

/*
 * True when the log holds an op that this program does not know: everything can
 * be read, nothing written. why (NULL is fine) gets the sentence's key and arguments.
 */
bool archive_read_only(const struct archive *a, struct err *why);

/* --- Writing -------------------------------------------------------------------------------- */

/* Who does it, when, on which device. The caller reads the clock. */
struct archive_stamp {
	struct str at; /* RFC 3339, UTC, whole seconds: "2019-06-12T08:00:00Z" */
	struct str by; /* id of a person of the team, or a name */
	struct str device;
};

/* One op to append. */
struct archive_part {
	struct str op; /* must be a row of the index's projectors */
	int64_t version;
	const struct json *body;   /* object, NULL: empty */
	const struct json *secret; /* object, NULL: none; encrypted under key */
	struct str key; /* id of a source or a private person; its key is made on first use */
};

/* One entry of a batch. */
struct archive_draft {
	const struct archive_part *parts;
	size_t n; /* 1 or more */
};

/*
 * Appends one entry with n ops. First what others wrote is read, then the ops are
 * projected, then the entry is written and synced; only then does the index keep it.
 * id (NULL is fine) gets the
 * entry's id, ARCHIVE_ID_BYTES and a NUL.
 *
 * An op that names a blob (archive_blob_add) has a member "blob", or "blobs" with a
 * list, in body or secret, as archive_blob_json writes it: so that verify finds it.
 *
 * Returns 0; or -1 with nothing written and the index unchanged: what a projector
 * said, ERR_CONFLICT archive.read-only, archive.key-destroyed or os.locked (another
 * process does not let go for a minute), ERR_INPUT
 * archive.stamp, ERR_LIMIT archive.entry-large, ERR_IO archive.full (no room on the
 * disk) or archive.damaged.
 */
MUST_CHECK int archive_append(struct archive *a, const struct archive_stamp *stamp,
    const struct archive_part *parts, size_t n, char id[ARCHIVE_ID_BYTES + 1], struct err *e);

/*
 * Appends n entries, all or none, with one wait for the disk. Errors as
 * archive_append; failed (NULL is fine) gets the number of the draft that a
 * projector refused, else n.
 */
MUST_CHECK int archive_append_batch(struct archive *a, const struct archive_stamp *stamp,
    const struct archive_draft *drafts, size_t n, size_t *failed, struct err *e);

/*
 * The same with entries that are made as they are written, so that no more than one of them
 * is in memory: draw gives the nth of them (each once, in order), on a, which ends soon after.
 */
typedef struct archive_draft (*archive_draw_fn)(void *arg, struct arena *a, size_t nth);
MUST_CHECK int archive_append_drawn(struct archive *a, const struct archive_stamp *stamp,
    archive_draw_fn draw, void *arg, size_t n, struct err *e);

/*
 * Keeps everybody else from writing and reads what they wrote, until archive_release:
 * what the index answers in between still holds when the next append is projected
 * (an id that was free is free). Others wait, so hold it no longer than it takes to
 * ask and append. Whoever holds it may do so once more: the last release ends it.
 * Errors as archive_refresh, ERR_CONFLICT os.locked when another
 * process does not let go for a minute.
 */
MUST_CHECK int archive_hold(struct archive *a, struct err *e);

/* Ends one archive_hold; nothing happens when nothing is held. */
void archive_release(struct archive *a);

/* Reads what others appended since. Cheap when there is nothing new. Errors as archive_open. */
MUST_CHECK int archive_refresh(struct archive *a, struct err *e);

/* A new id into id, with its NUL: kind letter ('s' source, 'c' claim, 'e' entry ...) and 16 of
 * a-z2-7. */
void archive_id_new(char kind, char id[ARCHIVE_ID_BYTES + 1]);

/* n of them, as fast as many can be had. */
void archive_ids_new(char kind, char (*ids)[ARCHIVE_ID_BYTES + 1], size_t n);

/* True for the form that archive_id_new gives. */
bool archive_id_like(struct str id);

/* --- Reading the log ------------------------------------------------------------------------ */

struct archive_entry {
	int64_t index;
	struct str id, at, by, device;
	const struct archive_op *ops;
	size_t n;
};

enum archive_order {
	ARCHIVE_OLDEST_FIRST,
	ARCHIVE_NEWEST_FIRST,
};

/*
 * Calls fn for each entry up to what the index has read, sealed parts opened. fn
 * returns 0 to go on, 1 to stop, -1 with e filled to fail.
 */
MUST_CHECK int archive_log(struct archive *a, enum archive_order order,
    int (*fn)(void *arg, const struct archive_entry *entry, struct err *e), void *arg,
    struct err *e);

/* --- Keys that can be destroyed ------------------------------------------------------------- */

/*
 * Destroys the key of a source or a person: what it sealed, here and in blobs, can
 * no longer be read by anybody who has only this folder. blob (NULL: none) is the file
 * under that key: it is removed, here and wherever the entry comes. why is kept in the clear
 * part of the log, so it names nobody. The index is made anew.
 *
 * Returns 0, also when it was destroyed before; or -1 with ERR_NOTFOUND
 * archive.no-such-key, or as archive_append.
 */
MUST_CHECK int archive_key_destroy(struct archive *a, const struct archive_stamp *stamp,
    struct str key, const struct archive_blob *blob, struct str why, struct err *e);

/* True when the key was destroyed. */
bool archive_key_destroyed(const struct archive *a, struct str key);

/*
 * For a text that needs two keys: two halves, each random by itself (a pad, and the text
 * under it), as base64 on a. Sealed under a key each, they go with whichever is destroyed first.
 */
void archive_split(struct arena *a, struct str text, struct str *one, struct str *other);

/* The text of two halves, in any order, on a. ERR_INPUT archive.halves when they do not fit. */
MUST_CHECK int archive_join(
    struct arena *a, struct str one, struct str other, struct str *text, struct err *e);

/* --- Blobs ---------------------------------------------------------------------------------- */

#define ARCHIVE_HASH_BYTES 32

struct archive_blob {
	uint8_t name[ARCHIVE_HASH_BYTES];    /* SHA-256 of the ciphertext: its file name in hex */
	uint8_t content[ARCHIVE_HASH_BYTES]; /* SHA-256 of the file as received */
	int64_t bytes;                       /* of the file as received */
	struct str key;                      /* id of the key it is encrypted under; borrowed */
};

/*
 * Encrypts the file at path into the folder, under key (made on first use), and
 * syncs it. It belongs to the archive once an entry names it.
 *
 * Returns 0 and fills *out; or -1 with ERR_NOTFOUND archive.blob-source,
 * ERR_CONFLICT archive.key-destroyed or archive.read-only, ERR_IO archive.full.
 */
MUST_CHECK int archive_blob_add(
    struct archive *a, struct str path, struct str key, struct archive_blob *out, struct err *e);

/* The same from memory. */
MUST_CHECK int archive_blob_put(
    struct archive *a, struct str content, struct str key, struct archive_blob *out, struct err *e);

/*
 * Decrypts the blob in order, a chunk of up to 64 KiB at a time, to fn, which
 * returns 0 or -1 with e filled. The content's hash is checked at the end, so fn
 * has seen every byte before a failure can be known.
 *
 * Returns 0; or -1 with ERR_NOTFOUND archive.blob-missing, ERR_DENIED
 * archive.key-destroyed, ERR_IO archive.blob-damaged.
 */
MUST_CHECK int archive_blob_read(struct archive *a, const struct archive_blob *blob,
    int (*fn)(void *arg, struct str chunk, struct err *e), void *arg, struct err *e);

/* The blob as an op's member "blob": {"bytes","content","key","name"}, on a. */
struct json *archive_blob_json(struct arena *a, const struct archive_blob *blob);

/* Reads what archive_blob_json wrote; out->key borrows from value. ERR_INPUT archive.blob-form. */
MUST_CHECK int archive_blob_of(const struct json *value, struct archive_blob *out, struct err *e);

/* --- Checking and making anew --------------------------------------------------------------- */

struct archive_verdict {
	bool sound;
	bool opened; /* the key was at hand: entries, commitments and contents were checked too */
	int64_t segments, entries, signatures, blobs;
	int64_t unread; /* sealed parts and blobs whose key was destroyed: nothing to check */
	int64_t
	    tail; /* bytes of an append that was broken off; no damage, the next append cuts them */
	int64_t orphans; /* blobs that no entry names (only when opened) */
	struct err
	    damage; /* the first one, when not sound: args are file, byte offset, entry index */
};

/*
 * Checks everything that can be: frames, chain, signatures, blob names; with a key
 * also decryption, commitments, the entries' form, blob contents. Without one
 * (nobody asked, none given) it says so in verdict->opened. Changes nothing.
 *
 * Returns 0 and fills *verdict, damaged or not; or -1 when it could not look:
 * ERR_NOTFOUND archive.none, ERR_DENIED for a key that does not fit, ERR_IO.
 */
MUST_CHECK int archive_verify(
    const struct archive_place *place, struct archive_verdict *verdict, struct err *e);

/*
 * Makes the index anew from the log alone and compares its dump with that of the
 * index that grew entry by entry. The handle goes on with the new one.
 *
 * Returns 0 and sets *same (false: first_table names where they part, on arena); or -1.
 */
MUST_CHECK int archive_rebuild(
    struct archive *a, bool *same, struct arena *arena, struct str *first_table, struct err *e);

/* Writes the snapshot now. ERR_IO archive.full leaves the old one. */
MUST_CHECK int archive_snapshot(struct archive *a, struct err *e);

/* --- The key held for a while --------------------------------------------------------------- */

/*
 * Opens the key as archive_open does and leaves a process behind that keeps it in
 * locked memory until idle_seconds pass without a use, archive_lock, or the end of
 * the session. Only processes of the same user get it. Running already: its clock
 * starts again.
 *
 * Returns 0; or -1 as archive_open, or ERR_IO archive.holder.
 */
MUST_CHECK int archive_unlock(
    const struct archive_place *place, int64_t idle_seconds, struct err *e);

/*
 * Ends that process. Returns 0 and sets *was_held (NULL is fine); or -1 with ERR_NOTFOUND
 * archive.none, or ERR_IO archive.holder-silent when it does not answer.
 */
MUST_CHECK int archive_lock(const struct archive_place *place, bool *was_held, struct err *e);

#endif
