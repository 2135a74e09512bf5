#include "domain/account/account.h"

bool
account_may(struct viewer viewer, struct str confidentiality)
{
	return viewer.role == VIEWER_TEAM || str_eq(confidentiality, STR("public"));
}
