/* What the templates of these tests are given. */
#ifndef GUVOH_TESTS_UNIT_TPL_TRY_H
#define GUVOH_TESTS_UNIT_TPL_TRY_H

#include "kit/tpl/html.h"

struct try_row {
	struct str words;
	int64_t low;
};

struct try_page {
	struct str title, address, part;
	struct html drawing;
	const struct try_row *rows;
	size_t n_rows;
	bool marked;
};

#endif
