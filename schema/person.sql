-- Lists of people. One whose source was destroyed keeps its id only.
CREATE TABLE list (
	id TEXT PRIMARY KEY,
	source TEXT NOT NULL, -- id
	name TEXT NOT NULL,
	event TEXT NOT NULL, -- empty: of none
	sole INTEGER NOT NULL, -- somebody says that nobody stands in it twice
	columns TEXT NOT NULL, -- JSON: an array of names
	lines INTEGER NOT NULL, -- how many mentions it brought
	content TEXT NOT NULL, -- SHA-256 of the file as received
	destroyed INTEGER NOT NULL,
	undone INTEGER NOT NULL,
	added_at TEXT NOT NULL,
	added_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Lists that were taken back. The list may come later in the log.
CREATE TABLE list_undone (
	list TEXT NOT NULL,
	at TEXT NOT NULL,
	entry TEXT NOT NULL,
	why TEXT NOT NULL,
	PRIMARY KEY (list, at, entry)
) STRICT, WITHOUT ROWID;

-- What somebody said that the columns of lists hold; the last word holds.
CREATE TABLE list_map (
	list TEXT NOT NULL,
	place INTEGER NOT NULL, -- of the column, from 1
	nth INTEGER NOT NULL,
	at TEXT NOT NULL,
	entry TEXT NOT NULL,
	kind TEXT NOT NULL, -- a word of src/engine/link/kinds.def; empty: as it looks
	PRIMARY KEY (list, place, nth, at, entry)
) STRICT, WITHOUT ROWID;

-- What a list says of somebody: one row of it, by the line it stands on.
CREATE TABLE mention (
	list TEXT NOT NULL,
	line INTEGER NOT NULL,
	cells TEXT NOT NULL, -- JSON: an array of texts, one for each column of the list
	PRIMARY KEY (list, line)
) STRICT, WITHOUT ROWID;

-- What people said of two mentions; the last one holds. The first of the two comes first in the order of list and line.
CREATE TABLE verdict (
	list TEXT NOT NULL,
	line INTEGER NOT NULL,
	other_list TEXT NOT NULL,
	other_line INTEGER NOT NULL,
	nth INTEGER NOT NULL,
	at TEXT NOT NULL,
	entry TEXT NOT NULL,
	said TEXT NOT NULL, -- same, different, unsure; none: taken back
	by TEXT NOT NULL,
	PRIMARY KEY (list, line, other_list, other_line, nth, at, entry)
) STRICT, WITHOUT ROWID;

-- Linkages: which mentions were taken for one person. Of each event, and of all lists, the last one keeps its persons.
CREATE TABLE linkage (
	id TEXT PRIMARY KEY,
	event TEXT NOT NULL, -- empty: all lists
	nth INTEGER NOT NULL,
	at TEXT NOT NULL,
	by TEXT NOT NULL,
	rules INTEGER NOT NULL, -- version of the engine's rules
	digest TEXT NOT NULL, -- of all that it was made from
	mentions INTEGER NOT NULL,
	persons INTEGER NOT NULL,
	spans TEXT NOT NULL, -- JSON: of each event, how many people by the linkage's own uncertainty
	apart TEXT NOT NULL -- JSON: an array of lists that share nothing with others by which people are told apart; empty: unknown
) STRICT, WITHOUT ROWID;

CREATE TABLE linked (
	linkage TEXT NOT NULL,
	list TEXT NOT NULL,
	line INTEGER NOT NULL,
	person TEXT NOT NULL,
	PRIMARY KEY (linkage, list, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX linked_person ON linked (person);

-- Mentions that somebody took out of a person, and who they are since.
CREATE TABLE taken_out (
	linkage TEXT NOT NULL,
	list TEXT NOT NULL,
	line INTEGER NOT NULL,
	person TEXT NOT NULL,
	at TEXT NOT NULL,
	by TEXT NOT NULL,
	PRIMARY KEY (linkage, list, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX taken_out_person ON taken_out (person);
