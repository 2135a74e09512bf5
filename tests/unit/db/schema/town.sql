-- Towns of a land; "?" in a comment and Алматы in it must survive as text.
CREATE TABLE town (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	land TEXT NOT NULL REFERENCES land (code),
	people INTEGER,
	seal BLOB
) STRICT;

CREATE TABLE twin (
	one INTEGER NOT NULL,
	other INTEGER NOT NULL,
	PRIMARY KEY (other, one)
) STRICT;

CREATE INDEX town_land ON town (land);

CREATE VIRTUAL TABLE town_text USING fts5 (name);
