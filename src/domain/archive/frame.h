/*
 * frame: the bytes of one entry in a segment, and which runs of them are one append.
 * Pure: bytes in, bytes out, no files. The form, byte by byte:
 * docs/decisions/log-format.md. Nothing here trusts what it reads.
 */
#ifndef GUVOH_DOMAIN_ARCHIVE_FRAME_H
#define GUVOH_DOMAIN_ARCHIVE_FRAME_H

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "kit/seal/aead.h"
#include "kit/seal/digest.h"
#include "kit/seal/sign.h"

#define FRAME_FORMAT 1
#define FRAME_ARCHIVE_BYTES 16 /* the archive's id */
#define FRAME_HEAD_BYTES 104   /* of a segment */
#define FRAME_SALT_BYTES 32    /* before the plaintext, inside the ciphertext */
#define FRAME_CLEAR_BYTES 92   /* length to nonce: what AES-GCM authenticates beside the text */
#define FRAME_LEAST_BYTES (FRAME_CLEAR_BYTES + FRAME_SALT_BYTES + AEAD_TAG_BYTES)
#define FRAME_END 1u          /* flag: last of its append, a signature follows */
#define FRAME_PAGE_BYTES 4096 /* what a disk writes or loses as one */

/* How a segment begins. */
struct frame_head {
	uint8_t archive[FRAME_ARCHIVE_BYTES];
	uint32_t number;                /* of the segment, from 1 */
	uint64_t first;                 /* index of its first entry */
	uint8_t previous[DIGEST_BYTES]; /* hash of the last frame before it, zeros in segment 1 */
	uint8_t public[SIGN_PUBLIC_BYTES]; /* checks the signatures in it */
};

void archive_head_write(const struct frame_head *head, uint8_t out[FRAME_HEAD_BYTES]);

/* False when bytes are not the beginning of a segment in a form known here. */
MUST_CHECK bool archive_head_read(struct str bytes, struct frame_head *out);

/* What the next frame has to say. */
struct frame_chain {
	uint64_t index;
	uint8_t previous[DIGEST_BYTES];
};

/* One frame in the bytes it was found in. */
struct frame {
	uint32_t length; /* all of it, signature included */
	uint32_t flags;
	uint64_t index;
	const uint8_t *previous, *commitment, *nonce;
	struct str clear;         /* authenticated with box */
	struct str box;           /* salt and plaintext, encrypted, and the tag */
	const uint8_t *signature; /* NULL without FRAME_END */
};

enum frame_look {
	FRAME_WHOLE,
	FRAME_SHORT, /* the bytes end inside it */
	FRAME_NONE,  /* no frame looks like this */
};

/* Looks at the form alone. *out is filled for FRAME_WHOLE. */
enum frame_look archive_frame_look(struct str bytes, struct frame *out);

/* SHA-256 of all of the frame but its signature. */
void archive_frame_hash(const struct frame *f, uint8_t out[DIGEST_BYTES]);

/* True when the frame has FRAME_END and its signature is right. */
bool archive_frame_signed(const struct frame *f, const uint8_t public[SIGN_PUBLIC_BYTES]);

/*
 * Appends the frame that holds plain to out and moves chain behind it. sign_secret
 * (NULL: not the last of its append) makes it one with FRAME_END.
 */
void archive_frame_write(struct buf *out, struct aead *key, struct frame_chain *chain,
    struct str plain, const uint8_t *sign_secret);

/*
 * Decrypts the frame to the end of out and checks its commitment.
 * ERR_DENIED seal.damaged, out as it was.
 */
MUST_CHECK int archive_frame_open(
    const struct frame *f, struct aead *key, struct buf *out, struct err *e);

enum frame_found {
	FRAME_FOUND_NOTHING, /* no bytes left */
	FRAME_FOUND_APPEND,
	FRAME_FOUND_TORN,   /* an append that was broken off: to be cut */
	FRAME_FOUND_DAMAGE, /* bytes that were right once: to be left as they are */
};

/* One append, or where the bytes stop being one. */
struct frame_span {
	size_t bytes;             /* of the append */
	size_t frames;            /* whole frames in it */
	struct frame_chain after; /* what follows it has to say */
	bool before;              /* damage: it lies in the frame (or head) before these bytes */
	size_t at;                /* damage: offset of the frame */
	uint64_t index;           /* damage: the entry */
};

/* Where the bytes come from: what is known besides them. */
struct frame_where {
	uint64_t offset; /* of bytes in their segment, at the end of an append or of the head */
	const uint8_t *public; /* of the segment's head */
	bool last;             /* no later segment follows: only here can an append be broken off */
};

/*
 * Finds the first append in rest. Checks form, indexes and chain, but the
 * signature only to tell torn from damaged: archive_frame_signed does it.
 * Torn means that the file ends too early for the frame, or a page of it was
 * never written, and that nothing behind it was ever acknowledged.
 */
enum frame_found archive_span_next(struct str rest, const struct frame_chain *chain,
    const struct frame_where *where, struct frame_span *out);

/*
 * For an append of the right form that does not decrypt: true when it may be one
 * that lost a page before it was acknowledged, rather than one that changed since.
 */
bool archive_span_torn(struct str rest, const struct frame_chain *chain,
    const struct frame_where *where, const struct frame_span *span);

#endif
