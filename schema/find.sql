-- What can be found: a row for each source, claim, record and statement.
CREATE TABLE find_doc (
	n INTEGER PRIMARY KEY, -- from 1, in the order they were read; never leaves the index
	id TEXT NOT NULL, -- its first letter says what it is
	at TEXT NOT NULL,
	source TEXT NOT NULL, -- that holds the words; empty: none does
	record TEXT NOT NULL, -- that it speaks of, or is; empty: of none
	confidentiality TEXT NOT NULL, -- empty: as its source
	words TEXT NOT NULL, -- folded, each with its stem behind '/', parted by blanks; '.' between texts
	marks TEXT NOT NULL -- what filters know of it, a line each
) STRICT;

-- The sources and records that texts belong to, as far as filters know them.
CREATE TABLE find_root (
	id TEXT PRIMARY KEY,
	kind TEXT NOT NULL,
	alias TEXT NOT NULL,
	confidentiality TEXT NOT NULL -- of a source; empty: nobody but the team may see it
) STRICT, WITHOUT ROWID;
CREATE INDEX find_root_alias ON find_root (alias);

-- Those that indexed texts belong to and that are in find_root not yet.
CREATE TABLE find_orphan (
	id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Runs of rows of find_doc that are indexed together. A number in a run is a place among its rows by age.
CREATE TABLE find_block (
	first INTEGER PRIMARY KEY, -- n of its first row
	size INTEGER NOT NULL, -- rows: 128, 1024, 8192 or 65536
	places BLOB NOT NULL -- by number, the distance of its row from the first; 16 bits each; empty: the number itself
) STRICT;

-- Which numbers of a run have a term: a letter for what it is, and a word or a filter's value (src/domain/find/README.md).
CREATE TABLE find_post (
	block INTEGER NOT NULL,
	term TEXT NOT NULL,
	bits BLOB NOT NULL, -- of src/domain/find/set.h
	PRIMARY KEY (block, term)
) STRICT, WITHOUT ROWID;

-- Searches that people keep under a name; the last row of a name holds.
CREATE TABLE find_saved (
	name TEXT NOT NULL,
	nth INTEGER NOT NULL,
	at TEXT NOT NULL,
	entry TEXT NOT NULL,
	added_by TEXT NOT NULL,
	query TEXT NOT NULL, -- empty: forgotten
	PRIMARY KEY (name, nth, at, entry)
) STRICT, WITHOUT ROWID;
