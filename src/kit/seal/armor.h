/*
 * armor: bytes as text and back: hex, base32 and base64 (RFC 4648).
 * Reading is strict: one text for each byte string. Not for secrets: a struct
 * buf is neither locked nor wiped.
 */
#ifndef GUVOH_KIT_SEAL_ARMOR_H
#define GUVOH_KIT_SEAL_ARMOR_H

#include "base/buf.h"
#include "base/str.h"

void armor_hex(struct buf *out, const void *bytes, size_t n);    /* lower case */
void armor_base32(struct buf *out, const void *bytes, size_t n); /* a-z 2-7, no padding */
void armor_base64(struct buf *out, const void *bytes, size_t n); /* standard alphabet, padded */

/*
 * Each reads the whole of text into room (size bytes), *n of them. False, *n
 * untouched, for any other character, length or spare bits, or when it does not fit.
 */
MUST_CHECK bool armor_hex_read(struct str text, void *room, size_t size, size_t *n);
MUST_CHECK bool armor_base32_read(struct str text, void *room, size_t size, size_t *n);
MUST_CHECK bool armor_base64_read(struct str text, void *room, size_t size, size_t *n);

#endif
