-- find_add(id text, at text, source text, is_public int, words text, stems text)
INSERT INTO find_doc (id, at, source, is_public, words, stems)
VALUES (:id, :at, :source, :is_public, :words, :stems);

-- find_open(source text)
INSERT OR IGNORE INTO find_open (source) VALUES (:source);

-- find_close(source text)
DELETE FROM find_open WHERE source = :source;

-- find_follow()
-- Takes the rows into the text index that it does not have: at once, for each statement that writes to it costs as much as
-- a hundred rows.
INSERT INTO find_text (rowid, words, stems)
SELECT n, words, stems FROM find_doc WHERE n > (SELECT ifnull(max(id), 0) FROM find_text_docsize);

-- find_fill()
-- Fills the text index from the rows, once.
INSERT INTO find_text (find_text) VALUES ('rebuild');

-- find_hits(query text, team int, most int) -> row(id text)
SELECT d.id FROM find_text JOIN find_doc AS d ON d.n = find_text.rowid
WHERE find_text MATCH :query AND (:team OR (d.is_public AND (d.source = '' OR d.source IN (SELECT source FROM find_open))))
ORDER BY substr(d.id, 1, 1), d.at, d.id LIMIT :most;
