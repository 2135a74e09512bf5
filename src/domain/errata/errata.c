#include "domain/errata/errata.h"

#include "domain/errata/errata_sql.h"

static const struct str kinds[ERRATA_KINDS] = {
#define KIND(name, upper, open) STR_INIT(#name),
#include "domain/errata/kinds.def"
#undef KIND
};

struct str
errata_kind_name(enum errata_kind kind)
{
	return kinds[kind];
}

bool
errata_kind_of(struct str name, enum errata_kind *out)
{
	for (size_t i = 0; i < ERRATA_KINDS; i++)
		if (str_eq(kinds[i], name)) {
			*out = (enum errata_kind)i;
			return true;
		}
	return false;
}

int
errata_state(const struct count_reader *r, struct str code, struct str *out, struct err *e)
{
	struct sql_errata_by_key_row row;
	int found = sql_errata_by_key_one(r->db, code, r->arena, &row, e);

	if (found < 0)
		return -1;
	if (found == 0)
		return err_fail(e, ERR_NOTFOUND, STR("errata.none"));
	*out = STR("new");
	return 0;
}
