#include "face/cli/command.h"

#include <assert.h>
#include <string.h>

#include "base/buf.h"
#include "base/near.h"

const struct command command_table[] = {
#define COMMAND(name, sub, fn, synopsis, least, most, archive, options, key)                       \
	{STR_INIT(name), STR_INIT(sub), fn, STR_INIT(synopsis), least, most, COMMAND_##archive,    \
	    STR_INIT(options), STR_INIT(key)},
#include "face/cli/commands.def"
#undef COMMAND
};
const size_t command_count = LENGTH(command_table);

struct str
command_name(const struct command *c, char room[COMMAND_NAME_BYTES])
{
	size_t n = c->name.n + (c->sub.n > 0 ? 1 + c->sub.n : 0);

	assert(n < COMMAND_NAME_BYTES);
	memcpy(room, c->name.p, c->name.n);
	if (c->sub.n > 0) {
		room[c->name.n] = ' ';
		memcpy(room + c->name.n + 1, c->sub.p, c->sub.n);
	}
	return (struct str){room, n};
}

static int
name_unknown(struct str word, struct err *e)
{
	struct str names[LENGTH(command_table)];

	for (size_t i = 0; i < command_count; i++)
		names[i] = command_table[i].name;
	struct str near = near_find(word, names, command_count);
	if (near.n == 0)
		return err_fail(e, ERR_INPUT, STR("cli.command.unknown"), word);
	return err_fail(e, ERR_INPUT, STR("cli.command.unknown_near"), word, near);
}

/* name has second words, but word is none of them; empty: there was no word. */
static int
sub_unknown(struct str name, struct str word, struct err *e)
{
	struct str subs[LENGTH(command_table)];
	struct buf list = BUF_INIT;
	size_t n = 0;

	for (size_t i = 0; i < command_count; i++) {
		if (!str_eq(command_table[i].name, name))
			continue;
		buf_fmt(&list, "%s%.*s", n == 0 ? "" : ", ", STR_ARG(command_table[i].sub));
		subs[n++] = command_table[i].sub;
	}
	struct str near = near_find(word, subs, n);
	if (word.n == 0)
		err_fail(e, ERR_INPUT, STR("cli.command.which"), name, buf_str(&list));
	else if (near.n == 0)
		err_fail(e, ERR_INPUT, STR("cli.command.which_not"), name, word, buf_str(&list));
	else
		err_fail(e, ERR_INPUT, STR("cli.command.unknown_near"), word, near);
	buf_free(&list);
	return -1;
}

int
command_find(
    const struct str *words, size_t count, const struct command **out, size_t *used, struct err *e)
{
	bool first_fits = false;
	struct str second = count > 1 ? words[1] : STR("");

	assert(count > 0);
	for (size_t i = 0; i < command_count; i++) {
		const struct command *c = &command_table[i];
		if (!str_eq(c->name, words[0]))
			continue;
		first_fits = true;
		if (c->sub.n > 0 && !str_eq(c->sub, second))
			continue;
		*out = c;
		*used = c->sub.n > 0 ? 2 : 1;
		return 0;
	}
	return first_fits ? sub_unknown(words[0], second, e) : name_unknown(words[0], e);
}
