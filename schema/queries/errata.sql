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

-- errata_by_key(key text) -> row(key text)
SELECT key FROM errata_report WHERE key = :key;
