-- vocab_file_set(name text, text text, at text, entry text)
-- Keeps the newest text of a file, by (at, entry), whatever order entries come in.
INSERT INTO vocab_file (name, text, at, entry) VALUES (:name, :text, :at, :entry)
ON CONFLICT (name) DO UPDATE SET text = excluded.text, at = excluded.at, entry = excluded.entry
WHERE (excluded.at, excluded.entry) > (vocab_file.at, vocab_file.entry);

-- vocab_file_list() -> row(name text, text text)
SELECT name, text FROM vocab_file ORDER BY name;
