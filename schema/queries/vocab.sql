-- vocab_file_set(name text, text text, revision int, at text, entry text)
-- Keeps the newest text of a file, by (revision, at, entry), whatever order entries come in.
INSERT INTO vocab_file (name, text, revision, at, entry) VALUES (:name, :text, :revision, :at, :entry)
ON CONFLICT (name) DO UPDATE SET text = excluded.text, revision = excluded.revision, at = excluded.at,
	entry = excluded.entry
WHERE (excluded.revision, excluded.at, excluded.entry) > (vocab_file.revision, vocab_file.at, vocab_file.entry);

-- vocab_file_list() -> row(name text, text text, revision int)
SELECT name, text, revision FROM vocab_file ORDER BY name;
