-- list_insert(id text, source text, name text, event text, sole int, columns text, lines int, content text, destroyed int,
--     added_at text, added_by text)
INSERT INTO list (id, source, name, event, sole, columns, lines, content, destroyed, undone, added_at, added_by)
VALUES (:id, :source, :name, :event, :sole, :columns, :lines, :content, :destroyed, 0, :added_at, :added_by);

-- list_undo(list text, at text, entry text, why text)
INSERT OR IGNORE INTO list_undone (list, at, entry, why) VALUES (:list, :at, :entry, :why);

-- list_settle(id text)
-- Whichever of the two the log has first.
UPDATE list SET undone = EXISTS (SELECT 1 FROM list_undone AS u WHERE u.list = :id) WHERE id = :id;

-- list_map_insert(list text, place int, nth int, at text, entry text, kind text)
INSERT OR IGNORE INTO list_map (list, place, nth, at, entry, kind) VALUES (:list, :place, :nth, :at, :entry, :kind);

-- list_map_of(list text) -> row(place int, nth int, kind text)
-- What was said last of each column.
SELECT m.place, m.nth, m.kind FROM list_map AS m
WHERE m.list = :list AND NOT EXISTS (SELECT 1 FROM list_map AS n
	WHERE n.list = m.list AND n.place = m.place AND (n.nth, n.at, n.entry) > (m.nth, m.at, m.entry))
ORDER BY m.place;

-- list_range(first text, last text) ->
--     row(id text, source text, source_alias text?, name text, event text, sole int, columns text, lines int, content text,
--     destroyed int, undone int, added_at text, added_by text, why text?)
-- All with first <= id <= last, in the order of names.
SELECT l.id, l.source, s.alias AS source_alias, l.name, l.event, l.sole, l.columns, l.lines, l.content, l.destroyed, l.undone,
	l.added_at, l.added_by, (SELECT u.why FROM list_undone AS u WHERE u.list = l.id ORDER BY u.at, u.entry LIMIT 1) AS why
FROM list AS l LEFT JOIN source AS s ON s.id = l.source
WHERE l.id BETWEEN :first AND :last ORDER BY l.name, l.added_at, l.id;

-- list_by_name(name text) -> row(id text)
-- The list of that name that stands.
SELECT min(id) AS id FROM list WHERE name = :name AND name <> '' AND undone = 0 GROUP BY name;

-- list_same_file(content text) -> row(id text)
-- The source that was received as the very same file.
SELECT id FROM source WHERE blob <> '' AND json_extract(blob, '$.content') = :content ORDER BY added_at, id LIMIT 1;

-- list_resting(source text) -> row(count int)
SELECT ifnull(sum(lines), 0) AS count FROM list WHERE source = :source;

-- mention_insert(list text, line int, cells text)
INSERT INTO mention (list, line, cells) VALUES (:list, :line, :cells);

-- mention_rows_of(list text) -> row(line int, cells text)
SELECT line, cells FROM mention WHERE list = :list ORDER BY line;

-- mention_at(list text, line int) -> row(cells text)
SELECT cells FROM mention WHERE list = :list AND line = :line;

-- verdict_insert(list text, line int, other_list text, other_line int, nth int, at text, entry text, said text, by text)
INSERT OR IGNORE INTO verdict (list, line, other_list, other_line, nth, at, entry, said, by)
VALUES (:list, :line, :other_list, :other_line, :nth, :at, :entry, :said, :by);

-- verdict_of(list text, line int, other_list text, other_line int) -> row(nth int, said text)
-- What was said last of the two.
SELECT nth, said FROM verdict
WHERE list = :list AND line = :line AND other_list = :other_list AND other_line = :other_line
ORDER BY nth DESC, at DESC, entry DESC LIMIT 1;

-- verdict_last() -> row(list text, line int, other_list text, other_line int, said text, at text, by text)
-- What was said last of each pair.
SELECT v.list, v.line, v.other_list, v.other_line, v.said, v.at, v.by FROM verdict AS v
WHERE v.said <> 'none' AND NOT EXISTS (SELECT 1 FROM verdict AS w
	WHERE w.list = v.list AND w.line = v.line AND w.other_list = v.other_list AND w.other_line = v.other_line
	AND (w.nth, w.at, w.entry) > (v.nth, v.at, v.entry))
ORDER BY v.list, v.line, v.other_list, v.other_line;

-- linkage_insert(id text, event text, nth int, at text, by text, rules int, digest text, mentions int, persons int, spans text,
--     apart text)
INSERT INTO linkage (id, event, nth, at, by, rules, digest, mentions, persons, spans, apart)
VALUES (:id, :event, :nth, :at, :by, :rules, :digest, :mentions, :persons, :spans, :apart);

-- linkage_nth() -> row(nth int)
SELECT ifnull(max(nth), 0) AS nth FROM linkage;

-- linkage_of(event text) -> row(id text, event text, at text, by text, rules int, digest text, mentions int, persons int,
--     spans text, apart text)
-- The last one that says who the people of that event are.
SELECT id, event, at, by, rules, digest, mentions, persons, spans, apart FROM linkage WHERE event IN ('', :event)
ORDER BY nth DESC, at DESC, id DESC LIMIT 1;

-- linkage_kept() -> row(id text)
-- Those that keep their persons, oldest first.
SELECT g.id FROM linkage AS g WHERE EXISTS (SELECT 1 FROM linked AS l WHERE l.linkage = g.id) ORDER BY g.nth, g.at, g.id;

-- linkage_forget(event text)
-- Of those that were followed by another, the persons go.
DELETE FROM linked WHERE linkage IN (SELECT l.id FROM linkage AS l WHERE l.event = :event AND EXISTS
	(SELECT 1 FROM linkage AS n WHERE n.event = l.event AND (n.nth, n.at, n.id) > (l.nth, l.at, l.id)));

-- linkage_current(id text) -> row(event text)
-- Is it the last one of its event?
SELECT l.event FROM linkage AS l WHERE l.id = :id AND NOT EXISTS
	(SELECT 1 FROM linkage AS n WHERE n.event = l.event AND (n.nth, n.at, n.id) > (l.nth, l.at, l.id));

-- linked_insert(linkage text, list text, line int, person text)
INSERT OR IGNORE INTO linked (linkage, list, line, person) VALUES (:linkage, :list, :line, :person);

-- linked_by(linkage text) -> row(list text, line int, person text)
-- Who each mention is, what somebody took out since counted in.
SELECT l.list, l.line, ifnull(t.person, l.person) AS person FROM linked AS l
LEFT JOIN taken_out AS t ON t.linkage = l.linkage AND t.list = l.list AND t.line = l.line
WHERE l.linkage = :linkage ORDER BY l.list, l.line;

-- linked_range(first text, last text) -> row(person text)
-- Persons with first <= id <= last, of every linkage that keeps its persons.
SELECT person FROM linked WHERE person BETWEEN :first AND :last
UNION SELECT t.person FROM taken_out AS t WHERE t.person BETWEEN :first AND :last
	AND EXISTS (SELECT 1 FROM linked AS l WHERE l.linkage = t.linkage)
ORDER BY person;

-- linked_where(person text) -> row(linkage text, event text)
-- The last linkage that has the person.
SELECT g.id AS linkage, g.event FROM linkage AS g
WHERE g.id IN (SELECT l.linkage FROM linked AS l WHERE l.person = :person)
	OR g.id IN (SELECT t.linkage FROM taken_out AS t WHERE t.person = :person
		AND EXISTS (SELECT 1 FROM linked AS l WHERE l.linkage = t.linkage))
ORDER BY g.nth DESC, g.at DESC, g.id DESC LIMIT 1;

-- taken_out_insert(linkage text, list text, line int, person text, at text, by text)
INSERT OR REPLACE INTO taken_out (linkage, list, line, person, at, by) VALUES (:linkage, :list, :line, :person, :at, :by);
