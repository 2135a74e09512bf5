-- Keys that an entry says are destroyed: a keys file from a backup has them destroyed again.
CREATE TABLE destroyed_key (
	key TEXT PRIMARY KEY,
	entry TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Files whose key was destroyed: one that comes back, with a copy or after a crash, is removed again.
CREATE TABLE destroyed_file (
	name TEXT PRIMARY KEY -- of the blob, in hex
) STRICT, WITHOUT ROWID;

-- Folders that hold a copy of the archive; destroyed: how many keys had been destroyed when it was noted.
CREATE TABLE key_copy (
	copy TEXT PRIMARY KEY,
	at TEXT NOT NULL,
	entry TEXT NOT NULL,
	folder TEXT NOT NULL,
	destroyed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
