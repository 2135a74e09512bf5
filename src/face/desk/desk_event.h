/*
 * desk_event: how many an event took in all: the panel of the public pages, as the team may see it.
 */
#ifndef GUVOH_FACE_DESK_DESK_EVENT_H
#define GUVOH_FACE_DESK_DESK_EVENT_H

#include "base/str.h"
#include "kit/tpl/tpl.h"

struct desk_event_panel {
	struct str id;
	struct html panel; /* of templates/site/panel.html */
};

#endif
