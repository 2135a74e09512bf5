-- What statements speak of. A person whose key was destroyed keeps its id and kind only.
CREATE TABLE record (
	id TEXT PRIMARY KEY,
	kind TEXT NOT NULL,
	alias TEXT NOT NULL,
	import TEXT NOT NULL, -- that made it; empty: none
	destroyed INTEGER NOT NULL,
	added_at TEXT NOT NULL,
	added_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX record_alias ON record (alias);
CREATE INDEX record_kind ON record (kind, id);

-- What somebody says of a record: one value of one property. Those of a record lie together, for a
-- page reads thousands of records at once.
CREATE TABLE statement (
	record TEXT NOT NULL,
	property TEXT NOT NULL,
	nth INTEGER NOT NULL, -- among those of the property, as they were said
	id TEXT NOT NULL,
	type TEXT NOT NULL, -- of the value, as the vocabulary had it when it was said
	value TEXT NOT NULL, -- of a ref: the id of a record
	lang TEXT NOT NULL,
	source_id TEXT NOT NULL, -- empty: none
	words TEXT NOT NULL,
	passage_start INTEGER, -- null: not anchored
	passage_end INTEGER,
	speaker TEXT NOT NULL,
	via TEXT NOT NULL,
	said_at TEXT NOT NULL,
	basis TEXT NOT NULL,
	credence TEXT NOT NULL,
	confidentiality TEXT NOT NULL,
	checked TEXT NOT NULL,
	import TEXT NOT NULL, -- that brought it; empty: none
	line INTEGER NOT NULL, -- of the source, when that is a table; 0: none
	added_at TEXT NOT NULL,
	added_by TEXT NOT NULL,
	PRIMARY KEY (record, property, nth, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX statement_id ON statement (id);
CREATE INDEX statement_ref ON statement (value, type) WHERE type = 'ref'; -- with type, so that it covers

-- The half of a statement whose other half is yet to come, or went with a destroyed key: random bytes.
CREATE TABLE statement_half (
	id TEXT PRIMARY KEY,
	half TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Statements that went with a destroyed key: their ids are all that is left.
CREATE TABLE statement_destroyed (
	id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What narrows a statement: the day, the place, the authority of a stage. Those of a record lie together too.
CREATE TABLE statement_qualifier (
	record TEXT NOT NULL,
	statement TEXT NOT NULL,
	position INTEGER NOT NULL,
	property TEXT NOT NULL,
	type TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (record, statement, position)
) STRICT, WITHOUT ROWID;

-- A withdrawal stands beside its statement and wins, whichever comes first.
CREATE TABLE statement_withdrawal (
	statement TEXT NOT NULL,
	at TEXT NOT NULL,
	entry TEXT NOT NULL,
	why TEXT NOT NULL,
	PRIMARY KEY (statement, at, entry)
) STRICT, WITHOUT ROWID;

-- Imports that were taken back: what they brought is withdrawn, and may come again.
CREATE TABLE undone (
	import TEXT NOT NULL,
	at TEXT NOT NULL,
	entry TEXT NOT NULL,
	why TEXT NOT NULL,
	PRIMARY KEY (import, at, entry)
) STRICT, WITHOUT ROWID;

-- Which of several values an editor accepted; of those that stand, the last one counts.
CREATE TABLE statement_acceptance (
	statement TEXT NOT NULL,
	at TEXT NOT NULL,
	entry TEXT NOT NULL,
	nth INTEGER NOT NULL, -- decision on that property
	PRIMARY KEY (statement, at, entry)
) STRICT, WITHOUT ROWID;

-- What a person allowed to be done with what one source knows of them.
CREATE TABLE consent (
	id TEXT PRIMARY KEY,
	person TEXT NOT NULL,
	use TEXT NOT NULL,
	source_id TEXT NOT NULL,
	nth INTEGER NOT NULL, -- on that use and source
	given_by TEXT NOT NULL,
	how TEXT NOT NULL,
	until TEXT NOT NULL, -- empty: no last day was said
	added_at TEXT NOT NULL,
	added_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX consent_person ON consent (person, use, source_id, nth);

-- A withdrawal wins over every consent to that use from that source, whenever it was given.
CREATE TABLE consent_withdrawal (
	person TEXT NOT NULL,
	use TEXT NOT NULL,
	source_id TEXT NOT NULL,
	at TEXT NOT NULL,
	entry TEXT NOT NULL,
	why TEXT NOT NULL,
	PRIMARY KEY (person, use, source_id, at, entry)
) STRICT, WITHOUT ROWID;
