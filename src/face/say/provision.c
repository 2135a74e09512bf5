#include "face/say/provision.h"

#include "face/say/message.h"

struct str
provision_name(struct arena *a, enum lang lang, const struct advocacy_provision *p)
{
	struct str article = p->provision->article;

	return article.n > 0
	    ? message_text(a, lang, STR("advocacy.article"), p->instrument, article)
	    : p->instrument;
}
