-- What is known from where. A source whose key was destroyed keeps its id only.
CREATE TABLE source (
	id TEXT PRIMARY KEY,
	kind TEXT NOT NULL,
	confidentiality TEXT NOT NULL,
	alias TEXT NOT NULL,
	title TEXT NOT NULL,
	lang TEXT NOT NULL,
	url TEXT NOT NULL,
	date TEXT NOT NULL,
	blob TEXT NOT NULL, -- canonical JSON as archive_blob_json writes it, or empty
	destroyed INTEGER NOT NULL,
	added_at TEXT NOT NULL,
	added_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX source_alias ON source (alias);

-- What was decided of a source after it was added; the last row holds, and of two at once the one that shows less.
CREATE TABLE source_change (
	source TEXT NOT NULL,
	nth INTEGER NOT NULL,
	at TEXT NOT NULL,
	entry TEXT NOT NULL,
	confidentiality TEXT NOT NULL,
	PRIMARY KEY (source, nth, at, entry)
) STRICT, WITHOUT ROWID;
