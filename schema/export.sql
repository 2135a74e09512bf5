-- What was taken out of the archive as a folder of plain files: by whom, for whom, what its manifest was.
CREATE TABLE export_taken (
	id TEXT PRIMARY KEY,
	at TEXT NOT NULL,
	by TEXT NOT NULL,
	whom TEXT NOT NULL, -- of src/domain/export/whoms.def
	note TEXT NOT NULL,
	files INTEGER NOT NULL,
	rows INTEGER NOT NULL,
	bytes INTEGER NOT NULL,
	manifest TEXT NOT NULL -- SHA-256 of MANIFEST.sha256, in hex
) STRICT, WITHOUT ROWID;
