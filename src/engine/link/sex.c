#include "engine/link/sex.h"

#include "kit/lang/fold.h"

static const struct written {
	struct str word;
	enum sex sex;
} words[] = {
#define LINK_SEX(word, sex) {STR_INIT(word), SEX_##sex},
#include "engine/link/sexes.def"
#undef LINK_SEX
};

enum sex
sex_read(struct arena *a, struct str text)
{
	struct str folded = fold_text(a, text);

	for (size_t i = 0; i < LENGTH(words); i++) {
		if (str_eq(words[i].word, folded))
			return words[i].sex;
	}
	return SEX_UNSAID;
}

struct str
sex_word(enum sex sex)
{
	static const struct str said[] = {STR_INIT(""), STR_INIT("male"), STR_INIT("female")};

	return said[sex];
}
