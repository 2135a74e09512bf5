#include "domain/person/internal.h"
#include "domain/person/person_sql.h"

/* The mention is another person from now on, and different from each that stays. */
static int
take_out_held(const struct person_writer *writer, const struct person *person, size_t at,
    struct str fresh, struct err *e)
{
	struct arena *a = writer->arena;
	const struct person_reader reader = {archive_db(writer->archive), a, {VIEWER_TEAM}, NULL};
	const struct person_seen *out = &person->mentions[at];
	struct archive_part *parts = ARENA_ARRAY(a, struct archive_part, person->count);
	struct json *body = json_object(a);
	size_t n = 0;

	json_set_str(body, STR("linkage"), person->linkage);
	json_set_str(body, STR("person"), person->id);
	json_set_str(body, STR("list"), out->list_id);
	json_set_int(body, STR("line"), out->line);
	json_set_str(body, STR("fresh"), fresh);
	parts[n++] = (struct archive_part){.op = STR("person.part"), .version = 1, .body = body};
	for (size_t i = 0; i < person->count; i++) {
		struct str said;
		int64_t nth;
		if (i == at)
			continue;
		if (person_judged(&reader, out, &person->mentions[i], &nth, &said, e) < 0)
			return -1;
		parts[n++] =
		    person_judge_part(a, out, &person->mentions[i], nth + 1, STR("different"));
	}
	return archive_append(writer->archive, writer->stamp, parts, n, NULL, e);
}

int
person_take_out(const struct person_writer *writer, const struct person *person,
    const struct person_seen *mention, struct str *fresh, struct err *e)
{
	struct str name = person_seen_name(writer->arena, mention);
	char id[ARCHIVE_ID_BYTES + 1];
	size_t at = 0;

	while (at < person->count &&
	    (!str_eq(person->mentions[at].list_id, mention->list_id) ||
		person->mentions[at].line != mention->line))
		at++;
	if (at == person->count)
		return err_fail(e, ERR_INPUT, STR("people.not_in"), name, person->id);
	if (person->count == 1)
		return err_fail(e, ERR_CONFLICT, STR("people.alone"), name, person->id);
	archive_id_new('p', id);
	*fresh = arena_str(writer->arena, str_of(id));
	if (archive_hold(writer->archive, e) < 0)
		return -1;
	int r = take_out_held(writer, person, at, *fresh, e);
	archive_release(writer->archive);
	return r;
}
