/*
 * end: how many entries the log has had, noted beside it after each append.
 * A log that ends in the middle of an append may have been broken off by a crash,
 * or cut by somebody: only who remembers the acknowledged end can tell. The note
 * is written after the log is on the disk and is not synced itself, so it never
 * runs ahead; a note that is missing or torn says nothing.
 */
#ifndef GUVOH_DOMAIN_ARCHIVE_END_H
#define GUVOH_DOMAIN_ARCHIVE_END_H

#include "domain/archive/folder.h"

/* Entries that were acknowledged, as far as the note knows; 0 without one. Ask before reading the
 * log. */
uint64_t archive_end_read(const struct folder *f);

/*
 * Notes that the log has this many. The caller holds the append lock. *kept is the note's handle
 * for the next time, NULL at first, for file_close in the end. A failure only loses the note.
 */
void archive_end_note(const struct folder *f, struct file **kept, uint64_t entries);

/* ERR_IO archive.cut-back: the log has fewer entries than were acknowledged. Returns -1. */
int archive_end_missing(uint64_t entries, uint64_t acknowledged, struct err *e);

#endif
