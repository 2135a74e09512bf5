/*
 * cli: one command line from its words to its exit status.
 * Results go to stdout, all else to stderr; with --json both are JSON. A command
 * fills out and returns; cli_main writes it, makes the sentence of a failure and
 * the exit status (err.h; 1: the command did its work and the answer is no).
 */
#ifndef GUVOH_FACE_CLI_CLI_H
#define GUVOH_FACE_CLI_CLI_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "base/str.h"
#include "face/cli/command.h"
#include "face/cli/option.h"
#include "face/say/message.h"

struct archive;

struct cli {
	struct arena *a; /* ends with the command */
	const struct command *command;
	struct option_line line;
	const struct str *args; /* what follows the command's name */
	size_t arg_count;
	enum lang lang; /* of sentences and labels */
	bool json;
	bool utf8, colour; /* what stdout can show */
	int width;         /* columns of stdout's terminal, 0 when it is none */
	struct buf *out;
	struct str unread;       /* the table file that the failure is about; else empty */
	int status;              /* exit status when the command does not fail */
	struct archive *archive; /* open when the command's row says so, or after cli_open */
};

/* Runs one command line. Returns the exit status. */
int cli_main(int argc, char *const *argv);

/* Is --lang, after the command's name, the language of the words given rather than of the answer?
 */
bool cli_lang_of_words(const struct command *command, const struct option_line *line);

/* Appends a sentence, with a line end, to out; or writes it to stderr at once: key, then arguments.
 */
#define cli_say(c, ...) cli_say_list((c), (const struct str[MESSAGE_ARGS + 2]){__VA_ARGS__})
#define cli_note(c, ...) cli_note_list((c), (const struct str[MESSAGE_ARGS + 2]){__VA_ARGS__})
void cli_say_list(struct cli *c, const struct str text[MESSAGE_ARGS + 2]);
void cli_note_list(struct cli *c, const struct str text[MESSAGE_ARGS + 2]);

/* n as the language of sentences writes it, on c->a. */
struct str cli_number(struct cli *c, int64_t n);

/* Writes what out holds to stdout now, and empties it: for a command that goes on. ERR_IO
 * cli.stdout. */
MUST_CHECK int cli_flush(struct cli *c, struct err *e);

/* Writes bytes to stdout now: to a terminal what cannot harm it, else as they are. ERR_IO
 * cli.stdout. */
MUST_CHECK int cli_bytes(struct str bytes, struct err *e);

/* Appends value as indented JSON to out. */
void cli_json(struct cli *c, const struct json *value);

/*
 * What was given as free text: the text itself, or, when it is "-", one line from
 * the terminal (asked for by name) or stdin, on c->a. ERR_INPUT cli.text.none
 * (nothing came), cli.text.utf8, ERR_LIMIT cli.text.long.
 */
MUST_CHECK int cli_text(
    struct cli *c, struct str given, struct str name, struct str *out, struct err *e);

/* The same for the option id; empty when it was not given. */
MUST_CHECK int cli_text_of(struct cli *c, enum option_id id, struct str *out, struct err *e);

/* ERR_INPUT cli.option.needs when the option id, which this command cannot do without, is not
 * there. */
MUST_CHECK int cli_needs(const struct cli *c, enum option_id id, struct err *e);

#endif
