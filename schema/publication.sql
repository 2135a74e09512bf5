-- Texts with live figures. The fields of a revision are rows of src/domain/publication/fields.def.
CREATE TABLE publication (
	key TEXT PRIMARY KEY,
	slug TEXT NOT NULL,
	event TEXT NOT NULL,
	added_at TEXT NOT NULL,
	added_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX publication_slug ON publication (slug);

CREATE TABLE publication_revision (
	publication TEXT NOT NULL,
	lang TEXT NOT NULL,
	number INTEGER NOT NULL,
	at TEXT NOT NULL,
	entry TEXT NOT NULL,
	by TEXT NOT NULL,
	title TEXT NOT NULL,
	dek TEXT NOT NULL,
	byline TEXT NOT NULL,
	credits TEXT NOT NULL,
	pictures TEXT NOT NULL,
	donor TEXT NOT NULL,
	disclaimer TEXT NOT NULL,
	note TEXT NOT NULL,
	text TEXT NOT NULL,
	said TEXT NOT NULL, -- canonical JSON: what each figure said, in the order of the text
	PRIMARY KEY (publication, lang, number, at, entry)
) STRICT, WITHOUT ROWID;

-- What was hidden, taken down or shown again. Empty lang: every language; number 0: every revision.
CREATE TABLE publication_hiding (
	publication TEXT NOT NULL,
	at TEXT NOT NULL,
	entry TEXT NOT NULL,
	nth INTEGER NOT NULL, -- among those of the publication, as they were decided
	lang TEXT NOT NULL,
	number INTEGER NOT NULL,
	state TEXT NOT NULL,
	note TEXT NOT NULL,
	PRIMARY KEY (publication, nth, at, entry)
) STRICT, WITHOUT ROWID;

-- Passages that are blanked in every revision, and those that are shown again.
CREATE TABLE publication_blank (
	key TEXT PRIMARY KEY,
	publication TEXT NOT NULL,
	at TEXT NOT NULL,
	lang TEXT NOT NULL,
	number INTEGER NOT NULL,
	from_byte INTEGER NOT NULL, -- of the file of that revision, end exclusive
	to_byte INTEGER NOT NULL,
	everywhere INTEGER NOT NULL, -- its words too, wherever else they stand
	cause TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX publication_blank_of ON publication_blank (publication);
CREATE TABLE publication_unblank (
	key TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
