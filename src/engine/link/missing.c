#include "engine/link/missing.h"

#include "engine/link/small.h"

static const struct str words[] = {
#define LINK_MISSING(words) STR_INIT(words),
#include "engine/link/missing.def"
#undef LINK_MISSING
};

bool
missing_says(struct str cell)
{
	for (size_t i = 0; i < LENGTH(words); i++)
		if (cell.n == words[i].n && small_same(cell, words[i]))
			return true;
	return cell.n == 0;
}
