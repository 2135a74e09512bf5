-- What the organisation has chosen; the last row of a name holds. Names: src/domain/setting/settings.def.
CREATE TABLE setting (
	name TEXT NOT NULL,
	nth INTEGER NOT NULL,
	at TEXT NOT NULL,
	entry TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (name, nth, at, entry)
) STRICT, WITHOUT ROWID;
