-- record_insert(id text, kind text, alias text, import text, destroyed int, added_at text, added_by text)
INSERT INTO record (id, kind, alias, import, destroyed, added_at, added_by)
VALUES (:id, :kind, :alias, :import, :destroyed, :added_at, :added_by);

-- record_by_alias(alias text) -> row(id text, kind text)
-- Where replicas gave one alias to two records, the lower id has it.
SELECT id, kind FROM record WHERE alias = :alias AND alias <> '' ORDER BY id LIMIT 1;

-- record_range(first text, last text, kind text?, team int, undone int) ->
--     row(id text, kind text, alias text, destroyed int, added_at text, added_by text)
-- All with first <= id <= last, of one kind or of all; for the public those of which something public stands. Those that an
-- import made and took back, and of which nothing stands, are there only when undone is set.
SELECT id, kind, alias, destroyed, added_at, added_by FROM record
WHERE id BETWEEN :first AND :last AND (:kind IS NULL OR kind = :kind) AND (:team OR EXISTS (
	SELECT 1 FROM statement AS s WHERE s.record = record.id AND s.confidentiality = 'public'
	AND NOT EXISTS (SELECT 1 FROM statement_withdrawal AS w WHERE w.statement = s.id)))
AND (:undone OR import = '' OR NOT EXISTS (SELECT 1 FROM undone AS u WHERE u.import = record.import) OR EXISTS (
	SELECT 1 FROM statement AS s WHERE s.record = record.id
	AND NOT EXISTS (SELECT 1 FROM statement_withdrawal AS w WHERE w.statement = s.id)))
ORDER BY kind, added_at, id;

-- record_titles(kind text, property text, team int) -> row(record text, value text, lang text)
-- What stands of one property of every record of a kind.
SELECT s.record, s.value, s.lang FROM record AS r JOIN statement AS s ON s.record = r.id AND s.property = :property
WHERE r.kind = :kind AND (:team OR s.confidentiality = 'public')
	AND NOT EXISTS (SELECT 1 FROM statement_withdrawal AS w WHERE w.statement = s.id)
ORDER BY s.record, s.nth, s.id;

-- record_words() -> row(of text, property text, type text, value text)
-- What the vocabulary must have for all that is kept: kinds (without a property), properties of kinds, qualifiers of
-- "KIND.PROPERTY", and the values of those that are words of the vocabulary.
SELECT kind AS of, '' AS property, '' AS type, '' AS value FROM record
UNION SELECT r.kind, s.property, s.type, CASE WHEN s.type IN ('term', 'place', 'provision') THEN s.value ELSE '' END
FROM statement AS s JOIN record AS r ON r.id = s.record
UNION SELECT r.kind || '.' || s.property, q.property, q.type,
	CASE WHEN q.type IN ('term', 'place', 'provision') THEN q.value ELSE '' END
FROM statement_qualifier AS q JOIN statement AS s ON s.id = q.statement JOIN record AS r ON r.id = q.record
ORDER BY 1, 2, 3, 4;

-- statement_insert(id text, record text, property text, nth int, type text, value text, lang text, source_id text,
--     words text, passage_start int?, passage_end int?, speaker text, via text, said_at text, basis text,
--     credence text, confidentiality text, checked text, import text, line int, added_at text, added_by text)
INSERT INTO statement (id, record, property, nth, type, value, lang, source_id, words, passage_start, passage_end,
speaker, via, said_at, basis, credence, confidentiality, checked, import, line, added_at, added_by)
VALUES (:id, :record, :property, :nth, :type, :value, :lang, :source_id, :words, :passage_start, :passage_end,
:speaker, :via, :said_at, :basis, :credence, :confidentiality, :checked, :import, :line, :added_at, :added_by);

-- undone_add(import text, at text, entry text, why text)
INSERT OR IGNORE INTO undone (import, at, entry, why) VALUES (:import, :at, :entry, :why);

-- undone_fall(import text, entry text)
-- Everything an import brought falls with it.
INSERT OR IGNORE INTO statement_withdrawal (statement, at, entry, why)
SELECT s.id, u.at, u.entry, u.why FROM undone AS u CROSS JOIN statement AS s
WHERE u.import = :import AND u.entry = :entry AND s.import = :import;

-- undone_late(id text, import text)
-- The same of a statement that is read after the import was taken back.
INSERT OR IGNORE INTO statement_withdrawal (statement, at, entry, why)
SELECT :id, at, entry, why FROM undone WHERE import = :import;

-- statement_found(id text) ->
--     row(record text, property text, type text, value text, lang text, source_id text, words text, speaker text,
--     via text, added_at text, confidentiality text)
-- What can be found of a statement.
SELECT record, property, type, value, lang, source_id, words, speaker, via, added_at, confidentiality
FROM statement WHERE id = :id;

-- statement_found_with(record text, id text) -> row(type text, value text)
SELECT type, value FROM statement_qualifier WHERE record = :record AND statement = :id ORDER BY position;

-- statement_words(id text, words text, passage_start int?, passage_end int?)
UPDATE statement SET words = :words, passage_start = :passage_start, passage_end = :passage_end WHERE id = :id;

-- statement_forget(id text)
DELETE FROM statement WHERE id = :id;

-- statement_forget_qualifiers(id text)
DELETE FROM statement_qualifier WHERE record = (SELECT record FROM statement WHERE id = :id) AND statement = :id;

-- statement_destroy(id text)
INSERT OR IGNORE INTO statement_destroyed (id) VALUES (:id);

-- statement_was_destroyed(first text, last text) -> row(id text)
SELECT id FROM statement_destroyed WHERE id BETWEEN :first AND :last LIMIT 2;

-- statement_resting(source text, record text) -> row(n int)
SELECT count(*) AS n FROM statement WHERE (source_id = :source AND :source <> '') OR record = :record;

-- statement_half_add(id text, half text)
INSERT INTO statement_half (id, half) VALUES (:id, :half);

-- statement_half_get(id text) -> row(half text)
SELECT half FROM statement_half WHERE id = :id;

-- statement_half_drop(id text)
DELETE FROM statement_half WHERE id = :id;

-- statement_qualify(record text, statement text, position int, property text, type text, value text)
INSERT INTO statement_qualifier (record, statement, position, property, type, value)
VALUES (:record, :statement, :position, :property, :type, :value);

-- statement_withdraw(statement text, at text, entry text, why text)
INSERT OR IGNORE INTO statement_withdrawal (statement, at, entry, why) VALUES (:statement, :at, :entry, :why);

-- statement_accept(statement text, nth int, at text, entry text)
INSERT OR IGNORE INTO statement_acceptance (statement, nth, at, entry) VALUES (:statement, :nth, :at, :entry);

-- statement_decisions(record text, property text) -> row(count int)
SELECT ifnull(max(a.nth), 0) AS count FROM statement AS s JOIN statement_acceptance AS a ON a.statement = s.id
WHERE s.record = :record AND s.property = :property;

-- statement_subjects(first text, last text, record text, about text) ->
--     row(id text, kind text, alias text, added_at text, added_by text)
-- The record, and records that refer to the record about; or those with statements first <= id <= last.
SELECT r.id, r.kind, r.alias, r.added_at, r.added_by
FROM record AS r
WHERE r.id IN (SELECT :record
	UNION ALL SELECT record FROM statement WHERE type = 'ref' AND value = :about
	UNION ALL SELECT record FROM statement WHERE id BETWEEN :first AND :last)
ORDER BY r.id;

-- statement_said(first text, last text, record text, about text) ->
--     row(id text, record text, property text, nth int, type text, value text, lang text, source_id text,
--     words text, passage_start int?, passage_end int?, speaker text, via text, said_at text, basis text,
--     credence text, confidentiality text, checked text, import text, line int, added_at text, added_by text,
--     ref_kind text?, ref_alias text?, ref_public int, why text?, undone int, apart int, accepted text?)
-- What is said of those records, or by the statements with first <= id <= last, in the order of the records; a row for
-- each withdrawal of a statement, oldest first, with each time that somebody decided for it. apart: that withdrawal was
-- not its import's.
SELECT s.id, s.record, s.property, s.nth, s.type, s.value, s.lang, s.source_id, s.words, s.passage_start, s.passage_end,
	s.speaker, s.via, s.said_at, s.basis, s.credence, s.confidentiality, s.checked, s.import, s.line, s.added_at, s.added_by,
	t.kind AS ref_kind, t.alias AS ref_alias,
	s.type = 'ref' AND EXISTS (SELECT 1 FROM statement AS p WHERE p.record = s.value AND p.confidentiality = 'public'
		AND NOT EXISTS (SELECT 1 FROM statement_withdrawal AS w WHERE w.statement = p.id)) AS ref_public,
	w.why AS why,
	s.import <> '' AND EXISTS (SELECT 1 FROM undone AS u WHERE u.import = s.import) AS undone,
	w.entry IS NOT NULL AND NOT EXISTS (SELECT 1 FROM undone AS u WHERE u.import = s.import AND u.entry = w.entry) AS apart,
	CASE WHEN a.nth IS NOT NULL THEN printf('%010d %s %s', a.nth, a.at, a.entry) END AS accepted
FROM statement AS s
LEFT JOIN record AS t ON t.id = CASE s.type WHEN 'ref' THEN s.value END
LEFT JOIN statement_withdrawal AS w ON w.statement = s.id
LEFT JOIN statement_acceptance AS a ON a.statement = s.id
WHERE s.record IN (SELECT :record
	UNION ALL SELECT record FROM statement WHERE type = 'ref' AND value = :about
	UNION ALL SELECT record FROM statement WHERE id BETWEEN :first AND :last)
	AND (:first > :last OR s.id BETWEEN :first AND :last)
ORDER BY s.record, s.property, s.nth, s.id, w.at, w.entry;

-- statement_source(id text) -> row(alias text, kind text, title text, date text, confidentiality text)
-- The source that statements rest on.
SELECT alias, kind, title, date, confidentiality FROM source WHERE id = :id;

-- statement_qualified(first text, last text, record text, about text) ->
--     row(statement text, property text, type text, value text, ref_kind text?, ref_alias text?,
--     ref_public int)
-- The qualifiers of the same statements, those of a statement in their order.
SELECT q.statement, q.property, q.type, q.value, r.kind AS ref_kind, r.alias AS ref_alias,
	q.type = 'ref' AND EXISTS (SELECT 1 FROM statement AS p WHERE p.record = q.value AND p.confidentiality = 'public'
		AND NOT EXISTS (SELECT 1 FROM statement_withdrawal AS w WHERE w.statement = p.id)) AS ref_public
FROM statement_qualifier AS q
LEFT JOIN record AS r ON r.id = CASE q.type WHEN 'ref' THEN q.value END
WHERE q.record IN (SELECT :record
	UNION ALL SELECT record FROM statement WHERE type = 'ref' AND value = :about
	UNION ALL SELECT record FROM statement WHERE id BETWEEN :first AND :last)
	AND (:first > :last OR q.statement BETWEEN :first AND :last)
ORDER BY q.record, q.statement, q.position;

-- consent_insert(id text, person text, use text, source_id text, nth int, given_by text, how text, until text,
--     added_at text, added_by text)
INSERT INTO consent (id, person, use, source_id, nth, given_by, how, until, added_at, added_by)
VALUES (:id, :person, :use, :source_id, :nth, :given_by, :how, :until, :added_at, :added_by);

-- consent_withdraw(person text, use text, source_id text, at text, entry text, why text)
INSERT OR IGNORE INTO consent_withdrawal (person, use, source_id, at, entry, why)
VALUES (:person, :use, :source_id, :at, :entry, :why);

-- consent_of(first text, last text) -> row(person text, id text?, use text, source_id text, nth int?, given_by text?, how text?,
--     until text?, added_at text, added_by text?, source_alias text?, why text?)
-- The consents of people with first <= id <= last, by person, the last one of each use and source last; a withdrawal of
-- what was never given has no id.
SELECT k.person, c.id, k.use, k.source_id, c.nth, c.given_by, c.how, c.until,
	ifnull(c.added_at, (SELECT min(w.at) FROM consent_withdrawal AS w
		WHERE w.person = k.person AND w.use = k.use AND w.source_id = k.source_id)) AS added_at,
	c.added_by, s.alias AS source_alias,
	(SELECT w.why FROM consent_withdrawal AS w WHERE w.person = k.person AND w.use = k.use AND w.source_id = k.source_id
		ORDER BY w.at, w.entry LIMIT 1) AS why
FROM (SELECT person, use, source_id FROM consent WHERE person BETWEEN :first AND :last
	UNION SELECT person, use, source_id FROM consent_withdrawal WHERE person BETWEEN :first AND :last) AS k
LEFT JOIN consent AS c ON c.person = k.person AND c.use = k.use AND c.source_id = k.source_id
LEFT JOIN source AS s ON s.id = k.source_id
ORDER BY k.person, k.use, s.alias, k.source_id, c.nth, c.until DESC, c.id;
