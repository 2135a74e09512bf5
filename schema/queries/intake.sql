-- import_insert(id text, source_id text, name text, lines int, left_out int, records int, statements int, added_at text,
--     added_by text)
INSERT INTO import (id, source_id, name, lines, left_out, records, statements, added_at, added_by)
VALUES (:id, :source_id, :name, :lines, :left_out, :records, :statements, :added_at, :added_by);

-- import_range(first text, last text) ->
--     row(id text, source_id text, source_alias text?, name text, lines int, left_out int, records int, statements int,
--     added_at text, added_by text, why text?)
-- All with first <= id <= last, oldest first.
SELECT i.id, i.source_id, s.alias AS source_alias, i.name, i.lines, i.left_out, i.records, i.statements, i.added_at, i.added_by,
	(SELECT u.why FROM undone AS u WHERE u.import = i.id ORDER BY u.at, u.entry LIMIT 1) AS why
FROM import AS i LEFT JOIN source AS s ON s.id = i.source_id
WHERE i.id BETWEEN :first AND :last ORDER BY i.added_at, i.id;

-- import_source(content text) -> row(id text)
-- The source that was received as the very same file.
SELECT id FROM source WHERE blob <> '' AND json_extract(blob, '$.content') = :content ORDER BY added_at, id LIMIT 1;
