/*
 * opening: how a command finds its archive and the key to it: -C or GUVOH_DIR or
 * the folder one is in; --key-file or GUVOH_KEY_FILE, an unlocked key, or the passphrase.
 */
#ifndef GUVOH_FACE_CLI_OPENING_H
#define GUVOH_FACE_CLI_OPENING_H

#include "domain/archive/archive.h"
#include "domain/vocab/vocab.h"
#include "face/cli/cli.h"

/* Where the archive is and how to ask for its key. */
struct archive_place opening_place(struct cli *c);

/* The same for a command that opens it more than once: what was typed is kept for it. */
struct archive_place opening_place_kept(struct cli *c);

/* The same for a new archive: the passphrase is asked for twice. ERR_INPUT cli.passphrase.differ.
 */
struct archive_place opening_place_new(struct cli *c, struct str dir);

/* Opens the archive at place into c->archive; closed with c->a. Errors as archive_open. */
MUST_CHECK int opening_at(struct cli *c, const struct archive_place *place, struct err *e);

/*
 * Opens the archive of the command line into c->archive; closed with c->a. write: refuses one that
 * can only be read. Errors as archive_open, or ERR_CONFLICT and what archive_read_only says.
 */
MUST_CHECK int opening_archive(struct cli *c, bool write, struct err *e);

/* The vocabulary's files in a folder (vocab_folder), or those of the program when it is empty. */
MUST_CHECK int opening_vocab_files(struct cli *c, struct str folder,
    const struct vocab_file **files, size_t *count, struct err *e);

/*
 * The vocabulary of the archive, where one is named; else the program's. Errors: as
 * opening_archive, vocab_load.
 */
MUST_CHECK int opening_vocab(struct cli *c, struct vocab *out, struct err *e);

/* Who does it now: GUVOH_USER or USER, by the system's clock. */
struct archive_stamp opening_stamp(struct cli *c);

/* Today, as base/date.h counts days, by the same clock. */
int32_t opening_day(void);

#endif
