-- The vocabulary files an archive counts with, the newest text of each.
CREATE TABLE vocab_file (
	name TEXT PRIMARY KEY,
	text TEXT NOT NULL,
	revision INTEGER NOT NULL,
	at TEXT NOT NULL,
	entry TEXT NOT NULL
) STRICT, WITHOUT ROWID;
