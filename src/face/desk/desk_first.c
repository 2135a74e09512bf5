#include "face/desk/desk_first.h"

#include "desk_tpl.h"
#include "domain/account/account.h"
#include "domain/source/source.h"
#include "face/desk/desk_page.h"

static int
sources_count(struct desk_ask *ask, struct desk_first *first, struct err *e)
{
	const struct viewer anybody = {VIEWER_PUBLIC};
	struct source_list list;

	if (source_all(ask->db, ask->a, &list, e) != 0)
		return -1;
	first->sources = list.count;
	for (size_t i = 0; i < list.count; i++)
		first->open_sources += account_may(anybody, list.at[i].confidentiality);
	return 0;
}

int
desk_first(struct desk_ask *ask, struct desk_answer *out, struct err *e)
{
	struct desk_first first = {.entries = ask->entries};
	struct tpl t = desk_writer(ask, out->body);

	if (sources_count(ask, &first, e) != 0 ||
	    count_event_list(ask->db, ask->a, &first.events, e) != 0)
		return -1;
	out->title = desk_text(ask, STR("desk.first.title"));
	desk_first_page(&t, &first);
	return 0;
}
