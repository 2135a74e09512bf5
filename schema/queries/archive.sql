-- destroyed_key_add(key text, entry text)
-- Two replicas may destroy one key: the entry of the lower id is kept, whatever order they come in.
INSERT INTO destroyed_key (key, entry) VALUES (:key, :entry)
ON CONFLICT (key) DO UPDATE SET entry = min(entry, excluded.entry);

-- destroyed_key_list() -> row(key text)
SELECT key FROM destroyed_key ORDER BY key;
