#include "face/cli/history.h"

#include "face/cli/option.h"

#define BEFORE STR(" ;/|&\t") /* what can stand before a program's name */

/* Commands whose arguments are free text, as they are typed. */
static const struct str text_commands[] = {
    STR_INIT("claim add "), STR_INIT("state "), STR_INIT("find "), STR_INIT("name ")};

static bool
is_kept_away(struct str value)
{
	return str_eq(str_trim(value), STR("-"));
}

/* Does the word before rest give this option, without its "--", a value for others to read? */
static bool
option_tells(struct str name, struct str word, struct str rest)
{
	if (str_eq(word, name))
		return rest.n > 0 && !is_kept_away(str_cut(&rest, ' '));
	return str_starts(word, name) && word.n > name.n && word.p[name.n] == '=' &&
	    !is_kept_away(str_sub(word, name.n + 1, word.n));
}

static bool
word_tells(struct str word, struct str rest)
{
	if (!str_starts(word, STR("--")))
		return false;
	for (size_t i = 0; i < OPTION_COUNT; i++)
		if (option_table[i].kind == OPTION_TEXT &&
		    option_tells(option_table[i].name, str_sub(word, 2, word.n), rest))
			return true;
	return false;
}

static bool
command_tells(struct str call)
{
	for (size_t i = 0; i < LENGTH(text_commands); i++) {
		struct str rest = str_sub(call, text_commands[i].n, call.n);

		if (str_starts(call, text_commands[i]) && !str_starts(rest, STR("--")) &&
		    !is_kept_away(str_cut(&rest, ' ')))
			return true;
	}
	return false;
}

/* call: what stands behind "guvoh ". */
static bool
call_tells(struct str call)
{
	if (command_tells(call))
		return true;
	while (call.n > 0) {
		struct str word = str_cut(&call, ' ');

		if (word_tells(word, call))
			return true;
	}
	return false;
}

static bool
line_tells(struct str line)
{
	for (;;) {
		size_t at = str_search(line, STR("guvoh "));

		if (at >= line.n)
			return false;
		bool begins = at == 0 || str_find(BEFORE, line.p[at - 1]) < BEFORE.n;
		line = str_sub(line, at + STR("guvoh ").n, line.n);
		if (begins && call_tells(line))
			return true;
	}
}

int64_t
history_lines(struct str text)
{
	int64_t n = 0;

	while (text.n > 0)
		n += line_tells(str_cut(&text, '\n'));
	return n;
}
