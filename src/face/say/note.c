#include "face/say/note.h"

#include "face/say/message.h"

struct str
note_public(struct arena *a, struct str lang, enum lang otherwise, struct str why)
{
	if (why.n == 0)
		return STR("");
	(void)message_lang_of(lang, &otherwise);
	return message_named(a, otherwise, STR("errata.note."), why);
}
