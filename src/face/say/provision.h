/*
 * provision: a rule of law as people cite it: "ICCPR 21", "МПГПП, ст. 21".
 */
#ifndef GUVOH_FACE_SAY_PROVISION_H
#define GUVOH_FACE_SAY_PROVISION_H

#include "domain/advocacy/advocacy.h"
#include "kit/lang/lang.h"

/* On a, or the label of its instrument when the provision is all of it. */
struct str provision_name(struct arena *a, enum lang lang, const struct advocacy_provision *p);

#endif
