-- What readers said is wrong with a passage, and what editors did with it.
CREATE TABLE errata_report (
	key TEXT PRIMARY KEY,
	at TEXT NOT NULL,
	publication TEXT NOT NULL,
	lang TEXT NOT NULL,
	number INTEGER NOT NULL,
	kind TEXT NOT NULL, -- this and all that follows is empty once the report's key is gone
	quote TEXT NOT NULL,
	prefix TEXT NOT NULL,
	suffix TEXT NOT NULL,
	first INTEGER NOT NULL, -- in characters of the page, end exclusive
	last INTEGER NOT NULL,
	wording TEXT NOT NULL,
	comment TEXT NOT NULL,
	from_byte INTEGER NOT NULL, -- in the file of the revision, end exclusive; 0, 0: not in its words
	to_byte INTEGER NOT NULL,
	figure TEXT NOT NULL, -- that it lies in or beside, when not in the words
	destroyed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX errata_report_place ON errata_report (publication, lang, number, first);

-- Other readers who reported the same words while the report was open.
CREATE TABLE errata_again (
	report TEXT NOT NULL,
	at TEXT NOT NULL,
	entry TEXT NOT NULL,
	kind TEXT NOT NULL,
	wording TEXT NOT NULL,
	comment TEXT NOT NULL,
	PRIMARY KEY (report, at, entry)
) STRICT, WITHOUT ROWID;

-- What editors did with a report, in order; the last one says its state.
CREATE TABLE errata_decision (
	report TEXT NOT NULL,
	nth INTEGER NOT NULL,
	at TEXT NOT NULL,
	entry TEXT NOT NULL,
	by TEXT NOT NULL,
	act TEXT NOT NULL,
	of TEXT NOT NULL,   -- duplicate: the other report
	note TEXT NOT NULL, -- apply, take_down: for readers
	why TEXT NOT NULL,  -- decline: for the team; gone with the report's key
	number INTEGER NOT NULL, -- apply: the revision that it made; 0 with all below when there is none
	kind TEXT NOT NULL,
	was TEXT NOT NULL, -- the words on the page before and after; empty of danger
	reads TEXT NOT NULL,
	from_byte INTEGER NOT NULL, -- in the file of that revision: what came, and what it came for
	to_byte INTEGER NOT NULL,
	gone TEXT NOT NULL,
	PRIMARY KEY (report, nth, at, entry)
) STRICT, WITHOUT ROWID;
