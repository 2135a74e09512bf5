/*
 * sheet_part: the parts of an XLSX file: XML documents in a ZIP, read as a stream within limits.
 * For this room only. Over libzip and expat; docs/decisions/xlsx.md. A document that declares a
 * type is refused before anything is expanded, so there are no entities but the five of XML.
 */
#ifndef GUVOH_KIT_SHEET_SHEET_PART_H
#define GUVOH_KIT_SHEET_SHEET_PART_H

#include "base/arena.h"
#include "base/err.h"

#define SHEET_PART_BYTES ((int64_t)4 << 30)  /* most of one part, unpacked */
#define SHEET_PART_SMALL ((int64_t)16 << 20) /* a part may grow to this whatever its ratio */
#define SHEET_PART_RATIO 400                 /* most bytes unpacked from one */

struct sheet_parts;

/*
 * Opens the ZIP in bytes, which must stay as they are until a is freed.
 * ERR_INPUT sheet.damaged (what).
 */
MUST_CHECK int sheet_part_open(
    struct arena *a, struct str bytes, struct sheet_parts **out, struct err *e);

/* Is there a part of that name, whatever its case? */
bool sheet_part_has(struct sheet_parts *parts, struct str name);

/*
 * What is called while a part is read. Names are without their prefix. A function that
 * returns -1 has filled the err of its arg and ends the reading.
 */
struct sheet_part_calls {
	int (*open)(void *arg, struct str name, const char **attributes);
	int (*close)(void *arg, struct str name);
	void (*text)(void *arg, struct str text); /* in pieces */
};

/*
 * Reads a part to its end. Returns 0; or -1 with what a call filled e with, ERR_INPUT
 * sheet.damaged (part: missing, cut off or no XML), sheet.doctype (part), or ERR_LIMIT sheet.bomb
 * (part).
 */
MUST_CHECK int sheet_part_read(struct sheet_parts *parts, struct str name,
    const struct sheet_part_calls *calls, void *arg, struct err *e);

/* The attribute of that name without its prefix; empty when it is missing. Lives as long as the
 * call. */
struct str sheet_part_attribute(const char **attributes, struct str name);

#endif
