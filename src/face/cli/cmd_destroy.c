#include "domain/archive/backup.h"
#include "domain/archive/health.h"
#include "domain/person/person.h"
#include "domain/record/record.h"
#include "domain/source/source.h"
#include "face/cli/opening.h"
#include "face/cli/publication_view.h"

/* What is to be destroyed, and what goes with it. */
struct doomed {
	bool is_source; /* else a person */
	struct source source;
	struct record record;
	struct str id, name; /* of the archive; that people see */
	int64_t claims, statements, files, mentions;
};

/* What is left to do when it is done. */
struct aftermath {
	struct archive_copy *copies;
	size_t n_copies;
	struct archive_health health;
	struct publication_problems problems;
};

/* Sets *found when there is one; a name that means several is a failure. */
static int
look_for(int result, bool *found, struct err *e)
{
	*found = result == 0;
	return result == 0 || e->code == ERR_NOTFOUND ? 0 : -1;
}

static int
doomed_find(struct cli *c, const struct record_reader *reader, struct doomed *d, struct err *e)
{
	struct str name = c->args[0];
	bool is_record;

	if (look_for(source_find(reader->db, c->a, name, &d->source, e), &d->is_source, e) != 0 ||
	    look_for(record_find(reader, name, &d->record, e), &is_record, e) != 0)
		return -1;
	if (d->is_source && is_record)
		return err_fail(
		    e, ERR_INPUT, STR("cli.destroy.both"), name, d->source.id, d->record.id);
	if (!d->is_source && !is_record)
		return err_fail(e, ERR_NOTFOUND, STR("cli.destroy.none"), name);
	d->id = d->is_source ? d->source.id : d->record.id;
	d->name = d->is_source && d->source.alias.n > 0 ? d->source.alias : d->id;
	if (is_record)
		d->name = record_name(&d->record);
	d->files = d->is_source && d->source.blob.n > 0;
	if (d->is_source &&
	    (count_resting(reader->db, d->id, &d->claims, e) != 0 ||
		person_resting(reader->db, d->id, &d->mentions, e) != 0))
		return -1;
	return record_resting(reader->db, d->is_source ? d->id : STR(""),
	    is_record ? d->id : STR(""), &d->statements, e);
}

/* Is there something to destroy? Asked before anybody is. */
static int
check(const struct doomed *d, struct str why, struct err *e)
{
	return d->is_source ? source_destroy_check(&d->source, why, e)
			    : record_destroy_check(&d->record, why, e);
}

/* What would go is said first; only the name itself, typed, is a yes. */
static int
confirm(struct cli *c, const struct doomed *d, struct err *e)
{
	struct str typed;
	struct str prompt = message_text(c->a, c->lang, STR("cli.destroy.type"), d->name);

	if (option_has(&c->line, OPTION_YES))
		return 0;
	cli_note(c, d->is_source ? STR("cli.destroy.source") : STR("cli.destroy.person"), d->name,
	    cli_number(c, d->claims), cli_number(c, d->statements), cli_number(c, d->files),
	    cli_number(c, d->mentions));
	if (cli_text(c, STR("-"), prompt, &typed, e) != 0 || !str_eq(typed, d->name))
		return err_fail(e, ERR_INPUT, STR("cli.destroy.left"), d->name);
	return 0;
}

static int
destroy(struct cli *c, const struct doomed *d, struct str why, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);

	return d->is_source ? source_destroy(c->archive, &stamp, &d->source, why, e)
			    : record_destroy(c->archive, &stamp, &d->record, why, e);
}

static int
aftermath_find(struct cli *c, const struct vocab *vocab, struct aftermath *out, struct err *e)
{
	const struct count_reader reader = {archive_db(c->archive), c->a, vocab, NULL};

	return archive_copies(c->archive, c->a, &out->copies, &out->n_copies, e) != 0 ||
		archive_health(c->archive, c->a, &out->health, e) != 0 ||
		publication_check_all(&reader, opening_day(), &out->problems, e) != 0
	    ? -1
	    : 0;
}

static void
answer_json(struct cli *c, const struct doomed *d, const struct aftermath *after)
{
	struct json *answer = json_object(c->a);

	json_set_str(answer, STR("id"), d->id);
	json_set_str(answer, STR("kind"), d->is_source ? STR("source") : STR("person"));
	json_set_bool(answer, STR("destroyed"), true);
	json_set_int(answer, STR("claims"), d->claims);
	json_set_int(answer, STR("statements"), d->statements);
	json_set_int(answer, STR("files"), d->files);
	json_set_int(answer, STR("mentions"), d->mentions);
	struct json *old = json_set_array(answer, STR("old"));
	for (size_t i = 0; i < after->n_copies; i++) {
		struct json *copy = json_push_object(old);
		json_set_str(copy, STR("at"), after->copies[i].at);
		json_set_str(copy, STR("folder"), after->copies[i].folder);
	}
	struct json *strays = json_set_array(answer, STR("strays"));
	for (size_t i = 0; i < after->health.stray_count; i++)
		json_push_str(strays, after->health.strays[i]);
	publication_view_problems(c, answer, &after->problems);
	cli_json(c, answer);
}

static void
answer_text(struct cli *c, const struct doomed *d, const struct aftermath *after)
{
	cli_say(c, d->is_source ? STR("cli.destroy.source_done") : STR("cli.destroy.person_done"),
	    d->name, cli_number(c, d->claims), cli_number(c, d->statements),
	    cli_number(c, d->files), cli_number(c, d->mentions));
	for (size_t i = 0; i < after->n_copies; i++)
		cli_say(c, STR("cli.copy.old"), after->copies[i].folder,
		    str_sub(after->copies[i].at, 0, 10));
	for (size_t i = 0; i < after->health.stray_count; i++)
		cli_say(c, STR("cli.doctor.copies.stray"), after->health.strays[i]);
	for (size_t i = 0; i < after->problems.count; i++)
		buf_fmt(
		    c->out, "%.*s\n", STR_ARG(publication_view_problem(c, &after->problems.at[i])));
	if (after->problems.count > 0)
		cli_say(c, STR("cli.destroy.publish"));
}

int
cmd_destroy(struct cli *c, struct err *e)
{
	struct vocab vocab;
	const struct record_reader reader = {archive_db(c->archive), c->a, &vocab, {VIEWER_TEAM}};
	struct doomed doomed = {0};
	struct aftermath after;
	struct str why = STR("");

	if (cli_needs(c, OPTION_WHY, e) != 0 || cli_text_of(c, OPTION_WHY, &why, e) != 0 ||
	    vocab_load(reader.db, c->a, &vocab, e) != 0 ||
	    doomed_find(c, &reader, &doomed, e) != 0 || check(&doomed, why, e) != 0 ||
	    confirm(c, &doomed, e) != 0 || destroy(c, &doomed, why, e) != 0 ||
	    aftermath_find(c, &vocab, &after, e) != 0)
		return -1;
	if (c->json)
		answer_json(c, &doomed, &after);
	else
		answer_text(c, &doomed, &after);
	return 0;
}
