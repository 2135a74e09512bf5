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
