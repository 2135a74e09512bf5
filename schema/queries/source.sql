-- source_insert(id text, kind text, confidentiality text, alias text, title text, lang text,
--     url text, date text, blob text, destroyed int, added_at text, added_by text)
INSERT INTO source (id, kind, confidentiality, alias, title, lang, url, date, blob, destroyed, added_at, added_by)
VALUES (:id, :kind, :confidentiality, :alias, :title, :lang, :url, :date, :blob, :destroyed, :added_at, :added_by);

-- source_change(source text, nth int, at text, entry text, confidentiality text)
INSERT OR IGNORE INTO source_change (source, nth, at, entry, confidentiality)
VALUES (:source, :nth, :at, :entry, :confidentiality);

-- source_settle(id text)
-- What was decided last, whichever entry the log has first.
UPDATE source SET confidentiality = ifnull((SELECT c.confidentiality FROM source_change AS c WHERE c.source = :id
	ORDER BY c.nth DESC, c.confidentiality = 'public', c.at DESC, c.entry DESC LIMIT 1), confidentiality)
WHERE id = :id;

-- source_changes(id text) -> row(nth int)
SELECT ifnull(max(nth), 0) AS nth FROM source_change WHERE source = :id;

-- source_settled(id text) -> row(kind text, alias text, confidentiality text)
SELECT kind, alias, confidentiality FROM source WHERE id = :id;

-- source_by_alias(alias text) -> row(id text)
SELECT min(id) AS id FROM source WHERE alias = :alias AND alias <> '' GROUP BY alias;

-- source_range(first text, last text) ->
--     row(id text, kind text, confidentiality text, alias text, title text, lang text,
--     url text, date text, blob text, destroyed int, added_at text, added_by text)
-- All with first <= id <= last: one, those with a prefix, or every one.
SELECT id, kind, confidentiality, alias, title, lang, url, date, blob, destroyed, added_at, added_by
FROM source WHERE id BETWEEN :first AND :last ORDER BY added_at, id;
