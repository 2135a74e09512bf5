-- export_insert(id text, at text, by text, whom text, note text, files int, rows int, bytes int, manifest text)
INSERT OR IGNORE INTO export_taken (id, at, by, whom, note, files, rows, bytes, manifest)
VALUES (:id, :at, :by, :whom, :note, :files, :rows, :bytes, :manifest);

-- export_list() -> row(id text, at text, by text, whom text, note text, files int, rows int, bytes int, manifest text)
SELECT id, at, by, whom, note, files, rows, bytes, manifest FROM export_taken ORDER BY at, id;
