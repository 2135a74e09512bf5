#include "domain/archive/end.h"

#include <string.h>

#include "domain/archive/wire.h"
#include "kit/seal/digest.h"

#define NOTE_BYTES 32   /* the number and the beginning of a digest of it */
#define FILE_BYTES 4096 /* then the file is begun anew */

static void
note_write(const struct folder *f, uint64_t entries, uint8_t out[NOTE_BYTES])
{
	uint8_t bytes[8 + FRAME_ARCHIVE_BYTES], hash[DIGEST_BYTES];

	wire_put64(bytes, entries);
	memcpy(bytes + 8, f->id, FRAME_ARCHIVE_BYTES);
	digest_of(bytes, sizeof(bytes), hash);
	memcpy(out, bytes, 8);
	memcpy(out + 8, hash, NOTE_BYTES - 8);
}

/* The highest number among the notes that are whole. */
static uint64_t
notes_read(const struct folder *f, const uint8_t *bytes, size_t n)
{
	uint64_t most = 0;

	for (size_t at = 0; at + NOTE_BYTES <= n; at += NOTE_BYTES) {
		uint8_t whole[NOTE_BYTES];
		uint64_t entries = wire_get64(bytes + at);
		note_write(f, entries, whole);
		if (memcmp(whole, bytes + at, NOTE_BYTES) == 0 && entries > most)
			most = entries;
	}
	return most;
}

uint64_t
archive_end_read(const struct folder *f)
{
	uint8_t bytes[2 * FILE_BYTES];
	size_t n;
	struct err e;

	if (file_read_into(f->end, bytes, sizeof(bytes), &n, &e) != 0)
		return 0;
	return notes_read(f, bytes, n);
}

/* Opens the file, unless that was done and it is still the one of that name. */
static int
file_ready(const struct folder *f, struct file **kept, struct file_facts *facts, struct err *e)
{
	if (*kept != NULL && file_look_open(*kept, facts, e) == 0 && facts->names > 0)
		return 0;
	file_close(*kept);
	*kept = NULL;
	return file_open_append(f->end, kept, e) != 0 ? -1 : file_look_open(*kept, facts, e);
}

/* Begun anew when it is long, and when a torn note would leave all later ones askew. */
static int
make_room(struct file *file, uint64_t size, struct err *e)
{
	if (size < FILE_BYTES && size % NOTE_BYTES == 0)
		return 0;
	return file_truncate(file, 0, e);
}

void
archive_end_note(const struct folder *f, struct file **kept, uint64_t entries)
{
	uint8_t note[NOTE_BYTES];
	struct file_facts facts;
	struct err e;

	if (file_ready(f, kept, &facts, &e) != 0 || make_room(*kept, facts.size, &e) != 0)
		return;
	note_write(f, entries, note);
	bool noted = file_write_all(*kept, note, sizeof(note), &e) == 0;
	(void)noted;
}

int
archive_end_missing(uint64_t entries, uint64_t acknowledged, struct err *e)
{
	return err_fail(e, ERR_IO, STR("archive.cut-back"), STR_INT((int64_t)entries),
	    STR_INT((int64_t)acknowledged));
}
