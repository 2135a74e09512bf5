/*
 * name_aside: what lists write beside a name and is no part of it: a number before it, an age or a
 * year behind it, a remark in brackets, another name ("он же ..."; name_asides.def).
 */
#ifndef GUVOH_KIT_LANG_NAME_ASIDE_H
#define GUVOH_KIT_LANG_NAME_ASIDE_H

#include "base/str.h"

/*
 * Where what is no part of the name ends, if it begins at byte at of text, where a word may begin;
 * else at. named: words of the name stand before it. Brackets hold a remark where they begin with
 * a small letter or a digit; "Ибраева (Сапарова)" has a name in them.
 */
size_t name_aside(struct str text, size_t at, bool named);

#endif
