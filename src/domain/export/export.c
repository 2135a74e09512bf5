#include "domain/export/export.h"

#include "base/near.h"
#include "domain/export/internal.h"

enum audience { ALL, TEAM };

static const struct {
	struct str name;
	int (*rows)(const struct export_gate *gate, const struct export_wish *wish,
	    struct export_writer *w, struct err *e);
	enum audience audience;
} whats[EXPORT_WHATS] = {
#define WHAT(name, upper, rows, whom) {STR_INIT(#name), rows, whom},
#include "domain/export/whats.def"
#undef WHAT
};

static const struct str what_names[EXPORT_WHATS] = {
#define WHAT(name, upper, rows, whom) STR_INIT(#name),
#include "domain/export/whats.def"
#undef WHAT
};

static const struct str whom_names[EXPORT_WHOMS] = {
#define WHOM(name, upper, role, consent, use) STR_INIT(name),
#include "domain/export/whoms.def"
#undef WHOM
};

static const struct str form_names[EXPORT_FORMS] = {
    [EXPORT_CSV] = STR_INIT("csv"),
    [EXPORT_JSONL] = STR_INIT("jsonl"),
    [EXPORT_XLSX] = STR_INIT("xlsx"),
};

/* Index of a name, or n: then e says which is near it. */
static size_t
find(struct str name, const struct str *names, size_t n, struct str key, struct err *e)
{
	struct str near;

	for (size_t i = 0; i < n; i++)
		if (str_eq(names[i], name))
			return i;
	near = near_find(name, names, n);
	(void)err_fail(e, ERR_INPUT, key, name, near.n > 0 ? near : names[0]);
	return n;
}

struct str
export_what_name(enum export_what what)
{
	return what_names[what];
}

int
export_what_of(struct str name, enum export_what *out, struct err *e)
{
	size_t i = find(name, what_names, EXPORT_WHATS, STR("export.what"), e);

	if (i == EXPORT_WHATS)
		return -1;
	*out = (enum export_what)i;
	return 0;
}

struct str
export_whom_name(enum export_whom whom)
{
	return whom_names[whom];
}

int
export_whom_of(struct str name, enum export_whom *out, struct err *e)
{
	size_t i = find(name, whom_names, EXPORT_WHOMS, STR("export.whom"), e);

	if (i == EXPORT_WHOMS)
		return -1;
	*out = (enum export_whom)i;
	return 0;
}

struct str
export_form_name(enum export_form form)
{
	return form_names[form];
}

int
export_form_of(struct str name, enum export_form *out, struct err *e)
{
	size_t i = find(name, form_names, EXPORT_FORMS, STR("export.form"), e);

	if (i == EXPORT_FORMS)
		return -1;
	*out = (enum export_form)i;
	return 0;
}

bool
export_may(enum export_whom whom, enum export_what what)
{
	return whats[what].audience == ALL || whom == EXPORT_FOR_OURS ||
	    whom == EXPORT_FOR_SUCCESSOR;
}

int
export_table(const struct export_reader *reader, const struct export_wish *wish,
    struct export_writer *writer, struct err *e)
{
	struct export_gate gate;

	if (!export_may(reader->whom, wish->what))
		return err_fail(e, ERR_DENIED, STR("export.team"), what_names[wish->what],
		    whom_names[reader->whom]);
	if (wish->what == EXPORT_FTM && writer->form != EXPORT_JSONL)
		return err_fail(e, ERR_INPUT, STR("export.ftm"), form_names[writer->form]);
	if (export_gate_open(reader, &gate, e) < 0)
		return -1;
	writer->name = what_names[wish->what];
	writer->arena = reader->arena;
	writer->text = buf_on(reader->arena);
	writer->rows = 0;
	if (whats[wish->what].rows(&gate, wish, writer, e) < 0)
		return -1;
	return export_end(writer, e);
}
