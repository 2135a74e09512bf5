/*
 * advocacy: what was done to somebody, step by step, what it means in law, and what was asked of
 * whom and came of it.
 * It writes nothing: it brings statements of domain/record into the order that a
 * timeline, a table of demands and a table of the law are read in. Every value
 * carries the statement that says it. What the viewer may not see is not there.
 */
#ifndef GUVOH_DOMAIN_ADVOCACY_ADVOCACY_H
#define GUVOH_DOMAIN_ADVOCACY_ADVOCACY_H

#include "domain/record/record.h"

/* What asking takes; answers lie on the arena of records. */
struct advocacy_reader {
	const struct record_reader *records;
	struct str lang; /* of labels, and of texts that were said in several languages */
};

/* One value as people read it. */
struct advocacy_value {
	struct str id;   /* of a term, place or provision; record_name of a record; else empty */
	struct str text; /* its label or name in the language asked for; empty: nobody said any */
	struct str kind; /* of a ref: the record's kind, else empty */
	const struct record_statement *said; /* who says so; NULL when text is empty */
	bool disputed;                       /* somebody says otherwise and no editor has decided */
};

struct advocacy_values {
	const struct advocacy_value *at;
	size_t count;
};

/* A property, or a qualifier, with what was said of it. */
struct advocacy_fact {
	const struct vocab_property *property;
	struct str label;
	struct advocacy_values values; /* one or more */
};

struct advocacy_facts {
	const struct advocacy_fact *at;
	size_t count;
};

/* --- Acts ----------------------------------------------------------------------------------- */

/* A right at a stage; known is false where nobody says whether it was kept. */
struct advocacy_right {
	struct str id, label;
	struct str state, text; /* a term of right-state and its label; "unknown" when not known */
	bool known;
};

/* Who was involved, a stage, a remedy: one statement with what narrows it. */
struct advocacy_step {
	struct advocacy_value what;
	int64_t order;         /* as it was said, from 1; 0: it was not */
	struct str date, time; /* EDTF, "14:30"; empty: not said */
	struct advocacy_value place, authority;
	struct advocacy_facts details;       /* everything else, in the vocabulary's order */
	struct advocacy_values notes;        /* of a stage: what happened, in the best language */
	const struct advocacy_right *rights; /* of a stage: every right of the vocabulary */
	size_t n_rights;
};

/* Those with an order first, by it; the others as they were said. */
struct advocacy_steps {
	const struct advocacy_step *at;
	size_t count;
};

struct advocacy_act {
	struct record record;
	struct str name;
	struct advocacy_value type, date, place;
	struct advocacy_values victims, descriptions;
	struct advocacy_steps involved, stages, remedies;
	struct advocacy_facts facts; /* what else was said, in the vocabulary's order */
};

/* --- Demands -------------------------------------------------------------------------------- */

/* What an addressee said or did, or a step of a dialogue. */
struct advocacy_answer {
	struct record record;       /* response or dialogue */
	struct advocacy_value what; /* the kind of response, the step */
	struct advocacy_value date, text, kept, impact;
	struct advocacy_values by; /* who answered, or the parties */
	struct advocacy_value deadline;
};

struct advocacy_demand {
	struct record record;
	struct advocacy_values by, to, about, kinds, provisions;
	struct advocacy_value action, consequence, form, made, deadline;
	const struct advocacy_answer *answers; /* by their first day */
	size_t n_answers; /* 0: no answer is known, which is a fact of the record */
};

struct advocacy_demands {
	const struct advocacy_demand *at;
	size_t count;
};

/* Who needs what, and who gives it. */
struct advocacy_help {
	struct record record;
	struct advocacy_values needs, receivers, givers;
	struct advocacy_value state, text, date;
};

struct advocacy_helps {
	const struct advocacy_help *at;
	size_t count;
};

/* --- Law ------------------------------------------------------------------------------------ */

struct advocacy_finding {
	struct record record;
	struct advocacy_value text, result, by, proof, date;
	struct advocacy_values about, provisions, tests, state_answers;
};

/* A provision with the findings that rest on it, by index. */
struct advocacy_provision {
	const struct vocab_provision *provision;
	struct str instrument; /* its label; as the provision has it, where no term says more */
	struct str label;
	const size_t *findings;
	size_t n_findings;
};

struct advocacy_law {
	const struct advocacy_finding *findings; /* by their first day */
	size_t n_findings;
	const struct advocacy_provision
	    *provisions; /* those that findings name, in the vocabulary's order */
	size_t n_provisions;
};

/* --- Questions ------------------------------------------------------------------------------ */

/*
 * The shape of an act. ERR_INPUT advocacy.kind (the record's name, what it should be)
 * when the record is none, or what record_read says.
 */
MUST_CHECK int advocacy_act(const struct advocacy_reader *reader, const struct record *record,
    struct advocacy_act *out, struct err *e);

/*
 * The demands, findings and assistance about an event, about an event that is part of
 * it over any number of steps, or about an act of one of these. By their first day,
 * those without one last; of one day by id. Errors as advocacy_act.
 */
MUST_CHECK int advocacy_demands(const struct advocacy_reader *reader, const struct record *event,
    struct advocacy_demands *out, struct err *e);
MUST_CHECK int advocacy_law(const struct advocacy_reader *reader, const struct record *event,
    struct advocacy_law *out, struct err *e);
MUST_CHECK int advocacy_helps(const struct advocacy_reader *reader, const struct record *event,
    struct advocacy_helps *out, struct err *e);

#endif
