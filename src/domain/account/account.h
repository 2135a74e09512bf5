/*
 * account: who asks. Every question that can show something takes a viewer; what
 * one may not see does not exist for one: no id, no count, no failure of its own.
 */
#ifndef GUVOH_DOMAIN_ACCOUNT_ACCOUNT_H
#define GUVOH_DOMAIN_ACCOUNT_ACCOUNT_H

#include <stdbool.h>

#include "base/str.h"

enum viewer_role {
	VIEWER_PUBLIC, /* anybody: a reader of what is published */
	VIEWER_TEAM,   /* whoever holds the key of the archive */
};

struct viewer {
	enum viewer_role role;
};

/*
 * May the viewer see what bears this word of the list confidentiality? The public
 * sees "public" and nothing else, also not a word that a newer program wrote.
 */
bool account_may(struct viewer viewer, struct str confidentiality);

#endif
