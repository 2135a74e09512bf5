#include "kit/tpl/tpl.h"

#include <assert.h>
#include <string.h>

#define MARKER '\x1A' /* in a sentence, before the digit of an argument that is markup */

void
tpl_text_str(const struct tpl *t, struct str text)
{
	html_text(t->out, text);
}

void
tpl_text_int(const struct tpl *t, int64_t v)
{
	buf_put(t->out, STR_INT(v));
}

void
tpl_text_size(const struct tpl *t, uint64_t v)
{
	assert(v <= INT64_MAX);
	buf_put(t->out, STR_INT((int64_t)v));
}

void
tpl_markup(const struct tpl *t, struct html markup)
{
	buf_put(t->out, markup.markup);
}

void
tpl_link_str(const struct tpl *t, struct str address)
{
	html_link(t->out, address);
}

void
tpl_resource_str(const struct tpl *t, struct str address)
{
	html_resource(t->out, address);
}

void
tpl_part_str(const struct tpl *t, struct str part)
{
	html_part(t->out, part);
}

void
tpl_json_str(const struct tpl *t, struct str text)
{
	html_json_str(t->out, text);
}

void
tpl_json_value(const struct tpl *t, const struct json *value)
{
	html_json(t->out, value);
}

void
tpl_number(const struct tpl *t, int64_t v)
{
	lang_number(t->out, v, t->lang);
}

struct tpl_arg
tpl_arg_str(const struct tpl *t, struct str text)
{
	(void)t;
	return (struct tpl_arg){.text = text};
}

struct tpl_arg
tpl_arg_markup(const struct tpl *t, struct html markup)
{
	(void)t;
	return (struct tpl_arg){.text = markup.markup, .markup = true};
}

struct tpl_arg
tpl_arg_int(const struct tpl *t, int64_t v)
{
	struct tpl_arg arg = {.text = STR("")};
	struct buf digits = BUF_INIT;

	lang_number(&digits, v, t->lang);
	assert(digits.n < sizeof arg.digits);
	memcpy(arg.digits, digits.p, digits.n);
	buf_free(&digits);
	return arg;
}

struct tpl_arg
tpl_arg_size(const struct tpl *t, uint64_t v)
{
	assert(v <= INT64_MAX);
	return tpl_arg_int(t, (int64_t)v);
}

/* The sentence as text; where a marker names an argument that is markup, that. */
static void
put_sentence(const struct tpl *t, struct str sentence, const struct tpl_arg *args, size_t count)
{
	for (struct str rest = sentence; rest.n > 0;) {
		html_text(t->out, str_cut(&rest, MARKER));
		size_t arg = rest.n > 0 ? (unsigned char)rest.p[0] - (size_t)'0' : count;
		if (arg >= count || !args[arg].markup)
			continue;
		buf_put(t->out, args[arg].text);
		rest = str_sub(rest, 1, rest.n);
	}
}

void
tpl_say(const struct tpl *t, struct str key, const struct tpl_arg *args, size_t count)
{
	static const struct str markers[TPL_ARGS] = {STR_INIT("\x1A"
							      "0"),
	    STR_INIT("\x1A"
		     "1"),
	    STR_INIT("\x1A"
		     "2"),
	    STR_INIT("\x1A"
		     "3"),
	    STR_INIT("\x1A"
		     "4"),
	    STR_INIT("\x1A"
		     "5")};
	struct buf sentence = BUF_INIT;
	struct str texts[TPL_ARGS];

	assert(count <= TPL_ARGS);
	for (size_t i = 0; i < count; i++) {
		struct str plain =
		    args[i].digits[0] != '\0' ? str_of(args[i].digits) : args[i].text;
		texts[i] = args[i].markup ? markers[i] : plain;
	}
	t->say(&sentence, t->lang, key, texts, count);
	put_sentence(t, buf_str(&sentence), args, count);
	buf_free(&sentence);
}
