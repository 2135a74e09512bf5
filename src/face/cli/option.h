/*
 * option: what was asked for on the command line, read by the rows of
 * options.def and commands.def. GNU habits: --name VALUE, --name=VALUE, -C DIR,
 * -CDIR, options and arguments in any order, "--" ends the options.
 */
#ifndef GUVOH_FACE_CLI_OPTION_H
#define GUVOH_FACE_CLI_OPTION_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

enum option_id {
#define OPTION(id, letter, name, kind, placeholder, key) OPTION_##id,
#include "face/cli/options.def"
#undef OPTION
	OPTION_COUNT
};

enum option_kind {
	OPTION_FLAG,
	OPTION_VALUE,
	OPTION_LIST,
	OPTION_TEXT,
};

struct option {
	char letter; /* 0: it has none */
	struct str name;
	enum option_kind kind;
	struct str placeholder, key;
};

extern const struct option option_table[OPTION_COUNT];

/* What an option was given: one value, or several of a LIST, in order. */
struct option_values {
	const struct str *values;
	size_t count; /* a FLAG counts without values */
};

struct option_line {
	struct option_values given[OPTION_COUNT];
	const struct str *words; /* what is no option: the command and its arguments */
	size_t word_count;
	struct str lang_before; /* --lang before the command's name, else empty; not in given */
};

/*
 * Sorts argv[1] and what follows into options and words, which lie on a and
 * borrow from argv. Abbreviated names are refused: a script must go on meaning the same.
 *
 * Returns 0 and fills *out; or -1 with ERR_INPUT cli.option.unknown (option,
 * nearest one or empty), cli.option.value (needs one), cli.option.no_value
 * (takes none), cli.option.twice, or cli.utf8 (number of the argument).
 */
MUST_CHECK int option_read(
    struct arena *a, int argc, char *const *argv, struct option_line *out, struct err *e);

/* Was it given; and its value, empty when it was not. */
bool option_has(const struct option_line *line, enum option_id id);
struct str option_of(const struct option_line *line, enum option_id id);

/* Do names, parted by blanks, hold it; is it besides one that every command takes. */
bool option_listed(enum option_id id, struct str names);
bool option_allowed(enum option_id id, struct str names);

#endif
