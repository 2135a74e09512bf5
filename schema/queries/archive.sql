-- destroyed_key_add(key text, entry text)
-- Two replicas may destroy one key: the entry of the lower id is kept, whatever order they come in.
INSERT INTO destroyed_key (key, entry) VALUES (:key, :entry)
ON CONFLICT (key) DO UPDATE SET entry = min(entry, excluded.entry);

-- destroyed_key_list() -> row(key text)
SELECT key FROM destroyed_key ORDER BY key;

-- destroyed_key_count() -> row(n int)
SELECT count(*) AS n FROM destroyed_key;

-- destroyed_file_add(name text)
INSERT OR IGNORE INTO destroyed_file (name) VALUES (:name);

-- destroyed_file_list() -> row(name text)
SELECT name FROM destroyed_file ORDER BY name;

-- key_copy_put(copy text, at text, entry text, folder text, destroyed int)
-- The last note about a copy counts, whatever order they come in.
INSERT INTO key_copy (copy, at, entry, folder, destroyed)
VALUES (:copy, :at, :entry, :folder, :destroyed)
ON CONFLICT (copy) DO UPDATE SET at = excluded.at, entry = excluded.entry, folder = excluded.folder,
destroyed = excluded.destroyed
WHERE (excluded.destroyed, excluded.at, excluded.entry) > (key_copy.destroyed, key_copy.at, key_copy.entry);

-- key_copy_list() -> row(copy text, at text, folder text, destroyed int)
SELECT copy, at, folder, destroyed FROM key_copy ORDER BY at, entry;
