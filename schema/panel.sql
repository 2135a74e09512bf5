-- How many people no list has: what was estimated of an event, and from what. The last one of an event is shown.
CREATE TABLE estimate (
	id TEXT PRIMARY KEY,
	event TEXT NOT NULL,
	nth INTEGER NOT NULL,
	at TEXT NOT NULL,
	by TEXT NOT NULL,
	digest TEXT NOT NULL, -- of all that it was made from
	linkage TEXT NOT NULL, -- id
	result TEXT NOT NULL -- JSON: src/domain/panel/result.c
) STRICT, WITHOUT ROWID;
