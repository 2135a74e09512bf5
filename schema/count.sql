-- Figures somebody gave. The first columns are those of src/domain/count/columns.def, as given.
CREATE TABLE claim (
	key TEXT PRIMARY KEY,
	event TEXT NOT NULL,
	id TEXT NOT NULL,
	words TEXT NOT NULL,
	lang TEXT NOT NULL,
	low TEXT NOT NULL,
	high TEXT NOT NULL,
	measure TEXT NOT NULL,
	unit TEXT NOT NULL,
	who TEXT NOT NULL,
	place TEXT NOT NULL,
	days TEXT NOT NULL,
	time TEXT NOT NULL,
	day_of TEXT NOT NULL,
	coverage TEXT NOT NULL,
	origin TEXT NOT NULL,
	class TEXT NOT NULL,
	speaker TEXT NOT NULL,
	via TEXT NOT NULL,
	said_at TEXT NOT NULL,
	as_of TEXT NOT NULL,
	wording TEXT NOT NULL,
	checked TEXT NOT NULL,
	modal TEXT NOT NULL,
	basis TEXT NOT NULL,
	part_of TEXT NOT NULL,
	derived_from TEXT NOT NULL,
	supersedes TEXT NOT NULL,
	source TEXT NOT NULL,
	confidentiality TEXT NOT NULL, -- empty: as its source
	source_id TEXT NOT NULL,
	said_low INTEGER NOT NULL,
	said_high INTEGER, -- null: open
	exactness TEXT NOT NULL,
	number INTEGER, -- null: none was named
	number_place INTEGER NOT NULL,
	modal_number INTEGER, -- null: not modal
	passage_start INTEGER, -- null: not anchored
	passage_end INTEGER,
	added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_event ON claim (event, id);
CREATE INDEX claim_id ON claim (id);

-- Claims that went with the key of their source: their keys are all that is left.
CREATE TABLE claim_destroyed (
	key TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- A withdrawal stands beside its claim and wins, whichever comes first.
CREATE TABLE claim_withdrawal (
	key TEXT NOT NULL,
	at TEXT NOT NULL,
	entry TEXT NOT NULL,
	why TEXT NOT NULL,
	PRIMARY KEY (key, at, entry)
) STRICT, WITHOUT ROWID;

-- What the people on the lists of an event have in common, in the columns of a claim; the last row of an event holds.
CREATE TABLE about (
	event TEXT NOT NULL,
	nth INTEGER NOT NULL,
	at TEXT NOT NULL,
	entry TEXT NOT NULL,
	measure TEXT NOT NULL,
	who TEXT NOT NULL,
	place TEXT NOT NULL,
	days TEXT NOT NULL,
	day_of TEXT NOT NULL,
	truth INTEGER NOT NULL, -- how many there are in all; 0: not known, as of every event that was
	PRIMARY KEY (event, nth, at, entry)
) STRICT, WITHOUT ROWID;
