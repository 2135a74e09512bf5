/*
 * html: text made safe for the place in a page where it is written.
 * Every function takes valid UTF-8 and leaves nothing of it that could end the place
 * it stands in. Control characters but tab and line end become U+FFFD, which HTML and
 * XML both allow. Templates call these by the place of a value (tools/tplc_context.h);
 * who draws SVG calls them by name.
 */
#ifndef GUVOH_KIT_TPL_HTML_H
#define GUVOH_KIT_TPL_HTML_H

#include "base/buf.h"
#include "base/json.h"
#include "base/str.h"

/* Markup that a template or a drawing made, never what somebody typed. */
struct html {
	struct str markup;
};

/* Between tags, or in a quoted attribute: & < > " ' become entities. */
void html_text(struct buf *out, struct str text);

/*
 * A whole address in a quoted attribute. One that does not begin with http://,
 * https://, mailto: or "/" with no other "/" behind it, "#" or "?" becomes "#".
 */
void html_link(struct buf *out, struct str address);

/* The same for what the page loads: a path of this site, else "#". */
void html_resource(struct buf *out, struct str address);

/*
 * One part of an address, of a path or a query: all but unreserved characters is
 * percent-encoded (RFC 3986), "/" too. An empty part behind "/" is written ".", since
 * "//" would begin the name of a host.
 */
void html_part(struct buf *out, struct str part);

/* Text as a string of JSON, and a value of it, that stand in a script element unharmed. */
void html_json_str(struct buf *out, struct str text);
void html_json(struct buf *out, const struct json *value);

#endif
