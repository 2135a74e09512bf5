-- Keys that an entry says are destroyed: a keys file from a backup has them destroyed again.
CREATE TABLE destroyed_key (
	key TEXT PRIMARY KEY,
	entry TEXT NOT NULL
) STRICT, WITHOUT ROWID;
