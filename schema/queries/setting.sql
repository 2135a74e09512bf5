-- setting_insert(name text, nth int, at text, entry text, value text)
INSERT OR IGNORE INTO setting (name, nth, at, entry, value) VALUES (:name, :nth, :at, :entry, :value);

-- setting_last(name text) -> row(nth int, value text)
SELECT nth, value FROM setting WHERE name = :name ORDER BY nth DESC, at DESC, entry DESC LIMIT 1;
