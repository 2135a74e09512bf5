-- source_insert(id text, kind text, confidentiality text, alias text, title text, lang text,
--     url text, date text, blob text, destroyed int, added_at text, added_by text)
INSERT INTO source (id, kind, confidentiality, alias, title, lang, url, date, blob, destroyed, added_at, added_by)
VALUES (:id, :kind, :confidentiality, :alias, :title, :lang, :url, :date, :blob, :destroyed, :added_at, :added_by);

-- source_by_alias(alias text) -> row(id text)
SELECT min(id) AS id FROM source WHERE alias = :alias AND alias <> '' GROUP BY alias;

-- source_range(first text, last text) ->
--     row(id text, kind text, confidentiality text, alias text, title text, lang text,
--     url text, date text, blob text, destroyed int, added_at text, added_by text)
-- All with first <= id <= last: one, those with a prefix, or every one.
SELECT id, kind, confidentiality, alias, title, lang, url, date, blob, destroyed, added_at, added_by
FROM source WHERE id BETWEEN :first AND :last ORDER BY added_at, id;
