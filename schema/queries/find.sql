-- find_add(id text, at text, source text, is_public int, words text, stems text) -> row(n int)
INSERT INTO find_doc (id, at, source, is_public, words, stems)
VALUES (:id, :at, :source, :is_public, :words, :stems) RETURNING n;

-- find_open(source text)
INSERT OR IGNORE INTO find_open (source) VALUES (:source);

-- find_close(source text)
DELETE FROM find_open WHERE source = :source;

-- find_index(n int, words text, stems text)
INSERT INTO find_text (rowid, words, stems) VALUES (:n, :words, :stems);

-- find_fill()
-- Fills the text index from the rows, once.
INSERT INTO find_text (find_text) VALUES ('rebuild');

-- find_hits(query text, team int, most int) -> row(id text)
SELECT d.id FROM find_text JOIN find_doc AS d ON d.n = find_text.rowid
WHERE find_text MATCH :query AND (:team OR (d.is_public AND (d.source = '' OR d.source IN (SELECT source FROM find_open))))
ORDER BY substr(d.id, 1, 1), d.at, d.id LIMIT :most;
