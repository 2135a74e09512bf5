/*
 * command: the rows of commands.def, and which one a line means.
 */
#ifndef GUVOH_FACE_CLI_COMMAND_H
#define GUVOH_FACE_CLI_COMMAND_H

#include "base/err.h"
#include "base/str.h"

struct cli;

enum command_archive {
	COMMAND_NONE,   /* no archive is touched */
	COMMAND_READ,   /* opened before fn is called */
	COMMAND_APPEND, /* opened, and refused when the log holds what only a newer guvoh knows */
	COMMAND_EITHER, /* fn opens it when it needs it */
};

struct command {
	struct str name, sub; /* sub: the second word, empty when it has none */
	int (*fn)(struct cli *c, struct err *e);
	struct str synopsis; /* arguments, as help shows them */
	size_t least, most;  /* how many arguments */
	enum command_archive archive;
	struct str options; /* names parted by blanks */
	struct str key;     /* of its line of help */
};

extern const struct command command_table[];
extern const size_t command_count;

/* "claim add" in room; borrowed from it. */
#define COMMAND_NAME_BYTES 40
struct str command_name(const struct command *c, char room[COMMAND_NAME_BYTES]);

/*
 * The command that words begin with.
 *
 * Returns 0, sets *out and *used (1 or 2 words are its name); or -1 with ERR_INPUT
 * cli.command.unknown (word) or _near (word, nearest), cli.command.which (word, what can follow).
 */
MUST_CHECK int command_find(
    const struct str *words, size_t count, const struct command **out, size_t *used, struct err *e);

/* One function a row, each in its own file: cmd_init.c holds cmd_init. */
#define COMMAND(name, sub, fn, synopsis, least, most, archive, options, key)                       \
	MUST_CHECK int fn(struct cli *c, struct err *e);
#include "face/cli/commands.def"
#undef COMMAND

#endif
