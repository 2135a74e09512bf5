#include "engine/link/serial.h"

#include "base/date.h"
#include "kit/lang/fold.h"

#define DAY_ZERO (-25569) /* 1899-12-30, as base/date.h counts */
#define DIGITS 5

static const struct {
	struct str text;
	bool whole;
} says[] = {
#define SERIAL_SAYS(text, whole) {STR_INIT(text), whole},
#include "engine/link/serial.def"
#undef SERIAL_SAYS
};

static const struct str others[] = {
#define SERIAL_NOT(text) STR_INIT(text),
#include "engine/link/serial.def"
#undef SERIAL_NOT
};

bool
serial_named(struct str name)
{
	struct arena *a = arena_new();
	struct str folded = str_trim(fold_text(a, name));
	bool named = false;

	for (size_t i = 0; i < LENGTH(says); i++)
		named = named ||
		    (says[i].whole ? str_eq(folded, says[i].text)
				   : str_search(folded, says[i].text) < folded.n);
	for (size_t i = 0; i < LENGTH(others); i++)
		named = named && str_search(folded, others[i]) == folded.n;
	arena_free(a);
	return named;
}

bool
serial_read(struct arena *a, struct str cell, struct str *out)
{
	int64_t serial;
	char room[11];

	for (size_t i = 0; i < cell.n; i++)
		if (cell.p[i] < '0' || cell.p[i] > '9')
			return false;
	if (cell.n != DIGITS || !str_to_int(cell, &serial) || serial < SERIAL_FIRST ||
	    serial > SERIAL_LAST)
		return false;
	*out = arena_str(a, date_of_day((int32_t)serial + DAY_ZERO, room));
	return true;
}
