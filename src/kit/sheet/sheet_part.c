#include "kit/sheet/sheet_part.h"

#include <expat.h>
#include <zip.h>

#define CHUNK (64 << 10)

struct sheet_parts {
	zip_t *zip;
	struct arena *a;
};

static void
discard(void *zip)
{
	zip_discard(zip);
}

int
sheet_part_open(struct arena *a, struct str bytes, struct sheet_parts **out, struct err *e)
{
	zip_source_t *source = zip_source_buffer_create(bytes.p, bytes.n, 0, NULL);
	zip_t *zip = source == NULL ? NULL : zip_open_from_source(source, ZIP_RDONLY, NULL);

	if (zip == NULL) {
		zip_source_free(source);
		return err_fail(e, ERR_INPUT, STR("sheet.damaged"), STR("zip"));
	}
	arena_defer(a, discard, zip);
	struct sheet_parts *parts = ARENA_NEW(a, struct sheet_parts);
	*parts = (struct sheet_parts){zip, a};
	*out = parts;
	return 0;
}

static zip_int64_t
locate(struct sheet_parts *parts, struct str name)
{
	return zip_name_locate(parts->zip, arena_str(parts->a, name).p, ZIP_FL_NOCASE);
}

bool
sheet_part_has(struct sheet_parts *parts, struct str name)
{
	return locate(parts, name) >= 0;
}

/* A part while it is read. */
struct reading {
	const struct sheet_part_calls *calls;
	void *arg;
	XML_Parser parser;
	bool failed, doctype; /* by a call; the document declares a type */
};

static struct str
local(const char *name)
{
	struct str s = str_of(name);
	size_t colon = str_find(s, ':');

	return colon < s.n ? str_sub(s, colon + 1, s.n) : s;
}

static void
stop_if(struct reading *r, int status)
{
	if (status == 0)
		return;
	r->failed = true;
	XML_StopParser(r->parser, XML_FALSE);
}

static void XMLCALL
on_open(void *arg, const XML_Char *name, const XML_Char **attributes)
{
	struct reading *r = arg;

	if (!r->failed)
		stop_if(r, r->calls->open(r->arg, local(name), attributes));
}

static void XMLCALL
on_close(void *arg, const XML_Char *name)
{
	struct reading *r = arg;

	if (!r->failed)
		stop_if(r, r->calls->close(r->arg, local(name)));
}

static void XMLCALL
on_text(void *arg, const XML_Char *text, int n)
{
	struct reading *r = arg;

	if (!r->failed)
		r->calls->text(r->arg, (struct str){text, (size_t)n});
}

static void XMLCALL
on_doctype(
    void *arg, const XML_Char *name, const XML_Char *system, const XML_Char *public, int inner)
{
	struct reading *r = arg;

	(void)name;
	(void)system;
	(void)public;
	(void)inner;
	r->doctype = r->failed = true;
	XML_StopParser(r->parser, XML_FALSE);
}

static int
damaged(struct str name, struct err *e)
{
	return err_fail(e, ERR_INPUT, STR("sheet.damaged"), name);
}

/* Feeds the parser until the part ends; packed is its size in the file. */
static int
feed(struct reading *r, zip_file_t *file, int64_t packed, struct str name, struct err *e)
{
	int64_t most = packed * SHEET_PART_RATIO, total = 0, n;

	if (most < SHEET_PART_SMALL)
		most = SHEET_PART_SMALL;
	if (most > SHEET_PART_BYTES)
		most = SHEET_PART_BYTES;
	do {
		void *room = XML_GetBuffer(r->parser, CHUNK);
		n = room == NULL ? -1 : zip_fread(file, room, CHUNK);
		total += n;
		if (n < 0)
			return damaged(name, e);
		if (total > most)
			return err_fail(e, ERR_LIMIT, STR("sheet.bomb"), name);
		if (XML_ParseBuffer(r->parser, (int)n, n == 0) == XML_STATUS_OK)
			continue;
		if (r->doctype)
			return err_fail(e, ERR_INPUT, STR("sheet.doctype"), name);
		return r->failed ? -1 : damaged(name, e);
	} while (n > 0);
	return 0;
}

int
sheet_part_read(struct sheet_parts *parts, struct str name, const struct sheet_part_calls *calls,
    void *arg, struct err *e)
{
	struct reading r = {.calls = calls, .arg = arg};
	zip_int64_t at = locate(parts, name);
	zip_stat_t stat;

	if (at < 0 || zip_stat_index(parts->zip, (zip_uint64_t)at, 0, &stat) != 0 ||
	    (stat.valid & ZIP_STAT_COMP_SIZE) == 0 ||
	    stat.comp_size > (zip_uint64_t)SHEET_PART_BYTES)
		return damaged(name, e);
	zip_file_t *file = zip_fopen_index(parts->zip, (zip_uint64_t)at, 0);
	if (file == NULL)
		return damaged(name, e);
	r.parser = XML_ParserCreate(NULL);
	if (r.parser == NULL) {
		zip_fclose(file);
		return damaged(name, e);
	}
	XML_SetUserData(r.parser, &r);
	XML_SetElementHandler(r.parser, on_open, on_close);
	XML_SetCharacterDataHandler(r.parser, on_text);
	XML_SetStartDoctypeDeclHandler(r.parser, on_doctype);
	int status = feed(&r, file, (int64_t)stat.comp_size, name, e);
	XML_ParserFree(r.parser);
	zip_fclose(file);
	return status;
}

struct str
sheet_part_attribute(const char **attributes, struct str name)
{
	for (size_t i = 0; attributes[i] != NULL; i += 2)
		if (str_eq(local(attributes[i]), name))
			return str_of(attributes[i + 1]);
	return STR("");
}
