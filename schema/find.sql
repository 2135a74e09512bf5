-- What can be found by its words: a row for each source, claim, record and statement that has any.
CREATE TABLE find_doc (
	n INTEGER PRIMARY KEY, -- in the order they were read; never leaves the index
	id TEXT NOT NULL UNIQUE, -- its first letter says what it is
	at TEXT NOT NULL,
	source TEXT NOT NULL, -- that holds the words; empty: none does
	is_public INTEGER NOT NULL, -- to everybody, if its source is
	words TEXT NOT NULL, -- folded, parted by blanks
	stems TEXT NOT NULL -- of the Russian ones
) STRICT;

-- Sources whose words everybody may see.
CREATE TABLE find_open (
	source TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Words come in folded and parted, so nothing is left to the tokenizer but blanks.
CREATE VIRTUAL TABLE find_text USING fts5 (words, stems, content = 'find_doc', content_rowid = 'n', tokenize = 'ascii');
