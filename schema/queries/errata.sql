-- errata_insert(key text, at text, publication text, lang text, number int, kind text, quote text,
--     prefix text, suffix text, first int, last int, wording text, comment text,
--     from_byte int, to_byte int, figure text, destroyed int)
INSERT OR IGNORE INTO errata_report (key, at, publication, lang, number, kind, quote, prefix, suffix, first, last,
wording, comment, from_byte, to_byte, figure, destroyed)
VALUES (:key, :at, :publication, :lang, :number, :kind, :quote, :prefix, :suffix, :first, :last,
:wording, :comment, :from_byte, :to_byte, :figure, :destroyed);

-- errata_again_insert(report text, at text, entry text, kind text, wording text, comment text)
INSERT OR IGNORE INTO errata_again (report, at, entry, kind, wording, comment)
VALUES (:report, :at, :entry, :kind, :wording, :comment);

-- errata_overlapping(publication text, lang text, number int, first int, last int) ->
--     row(key text, kind text)
-- Those that share a character with the place, the oldest first.
SELECT key, kind FROM errata_report
WHERE publication = :publication AND lang = :lang AND number = :number AND first < :last AND last > :first
ORDER BY at, key;

-- errata_voices(report text) -> row(n int)
SELECT count(*) AS n FROM errata_again WHERE report = :report;

-- errata_again_list(report text) -> row(at text, kind text, wording text, comment text)
-- Those who said something of their own.
SELECT at, kind, wording, comment FROM errata_again WHERE report = :report AND kind <> '' ORDER BY at, entry;

-- errata_decide(report text, nth int, at text, entry text, by text, act text, of text, note text, why text,
--     number int, kind text, was text, reads text, from_byte int, to_byte int, gone text)
INSERT OR IGNORE INTO errata_decision (report, nth, at, entry, by, act, of, note, why, number, kind, was, reads,
from_byte, to_byte, gone)
VALUES (:report, :nth, :at, :entry, :by, :act, :of, :note, :why, :number, :kind, :was, :reads,
:from_byte, :to_byte, :gone);

-- errata_last(report text) -> row(nth int, at text, by text, act text, of text, note text, why text, number int,
--     from_byte int, to_byte int, gone text)
SELECT nth, at, by, act, of, note, why, number, from_byte, to_byte, gone FROM errata_decision
WHERE report = :report ORDER BY nth DESC, at DESC, entry DESC LIMIT 1;

-- errata_applied(publication text) -> row(report text, at text, lang text, number int, kind text, was text,
--     reads text)
-- Corrections that stand, the newest first; never of danger.
SELECT d.report, d.at, r.lang, d.number, d.kind, d.was, d.reads
FROM errata_decision AS d JOIN errata_report AS r ON r.key = d.report
WHERE r.publication = :publication AND d.act = 'apply' AND d.kind <> '' AND NOT EXISTS (
	SELECT 1 FROM errata_decision AS l WHERE l.report = d.report AND l.nth > d.nth)
ORDER BY d.at DESC, r.lang, d.number DESC, d.report;

-- errata_range(first text, last text) -> row(key text, at text, publication text, slug text, lang text, number int,
--     kind text, quote text, prefix text, suffix text, first int, last int, wording text, comment text,
--     from_byte int, to_byte int, figure text, destroyed int, again int, seen int, act text, decided_at text,
--     decided_by text, of text, note text, why text, made int)
-- All with first <= key <= last, with the last decision: seen 0 where there is none. Danger first, then by place,
-- then by age.
SELECT r.key, r.at, r.publication, p.slug, r.lang, r.number, r.kind, r.quote, r.prefix, r.suffix, r.first, r.last,
	r.wording, r.comment, r.from_byte, r.to_byte, r.figure, r.destroyed,
	(SELECT count(*) FROM errata_again AS g WHERE g.report = r.key) AS again,
	ifnull(d.nth, 0) AS seen, ifnull(d.act, '') AS act, ifnull(d.at, '') AS decided_at, ifnull(d.by, '') AS decided_by,
	ifnull(d.of, '') AS of, ifnull(d.note, '') AS note, ifnull(d.why, '') AS why, ifnull(d.number, 0) AS made
FROM errata_report AS r JOIN publication AS p ON p.key = r.publication
LEFT JOIN errata_decision AS d ON d.report = r.key AND (d.nth, d.at, d.entry) = (
	SELECT l.nth, l.at, l.entry FROM errata_decision AS l WHERE l.report = r.key
	ORDER BY l.nth DESC, l.at DESC, l.entry DESC LIMIT 1)
WHERE r.key BETWEEN :first AND :last
ORDER BY r.kind <> 'danger', p.slug, r.lang, r.number DESC, r.first, r.at, r.key;
