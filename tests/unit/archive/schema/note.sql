-- What the archive's tests write: notes with a public name and a sealed text.
CREATE TABLE note (
	id TEXT PRIMARY KEY,
	at TEXT NOT NULL,
	place TEXT NOT NULL,
	text TEXT NOT NULL,
	destroyed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
