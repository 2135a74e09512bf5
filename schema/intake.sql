-- Tables that were taken in: from which source, and what came of them. One whose source was destroyed keeps its id only.
CREATE TABLE import (
	id TEXT PRIMARY KEY,
	source_id TEXT NOT NULL,
	name TEXT NOT NULL, -- of the file
	lines INTEGER NOT NULL, -- of the file that became records
	left_out INTEGER NOT NULL, -- that did not
	records INTEGER NOT NULL,
	statements INTEGER NOT NULL,
	added_at TEXT NOT NULL,
	added_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
