-- claim_insert(key text, event text, id text, words text, lang text, low text, high text, measure text, unit
--     text, who text, place text, days text, time text, day_of text, coverage text, origin text,
--     class text, speaker text, via text, said_at text, as_of text, wording text, checked text, modal
--     text, basis text, part_of text, derived_from text, supersedes text, source text, confidentiality
--     text, source_id
--     text, said_low int, said_high int?, exactness text, number int?, number_place int, modal_number
--     int?, passage_start int?, passage_end int?, added_at text)
INSERT INTO claim (key, event, id, words, lang, low, high, measure, unit, who, place, days, time, day_of, coverage,
origin, class, speaker, via, said_at, as_of, wording, checked, modal, basis, part_of, derived_from,
supersedes, source, confidentiality, source_id, said_low, said_high, exactness, number, number_place, modal_number,
passage_start, passage_end, added_at)
VALUES (:key, :event, :id, :words, :lang, :low, :high, :measure, :unit, :who, :place, :days, :time, :day_of,
:coverage, :origin, :class, :speaker, :via, :said_at, :as_of, :wording, :checked, :modal, :basis,
:part_of, :derived_from, :supersedes, :source, :confidentiality, :source_id, :said_low, :said_high, :exactness,
:number, :number_place, :modal_number, :passage_start, :passage_end, :added_at);

-- claim_destroy(key text)
INSERT OR IGNORE INTO claim_destroyed (key) VALUES (:key);

-- claim_was_destroyed(first text, last text) -> row(key text)
SELECT key FROM claim_destroyed WHERE key BETWEEN :first AND :last LIMIT 2;

-- claim_resting(source text) -> row(n int)
SELECT count(*) AS n FROM claim WHERE source_id = :source;

-- claim_withdraw(key text, at text, entry text, why text)
INSERT OR IGNORE INTO claim_withdrawal (key, at, entry, why) VALUES (:key, :at, :entry, :why);

-- claim_range(first text, last text, event text?) -> row(key text, event text, id text, words text, lang text, low text, high text, measure text, unit
--     text, who text, place text, days text, time text, day_of text, coverage text, origin text,
--     class text, speaker text, via text, said_at text, as_of text, wording text, checked text, modal
--     text, basis text, part_of text, derived_from text, supersedes text, source text, confidentiality
--     text, source_id
--     text, said_low int, said_high int?, exactness text, number int?, number_place int, modal_number
--     int?, passage_start int?, passage_end int?, added_at text, why text?)
-- Claims with first <= key <= last, of one event or of all, with the first reason they were withdrawn for.
SELECT key, event, id, words, lang, low, high, measure, unit, who, place, days, time, day_of, coverage,
origin, class, speaker, via, said_at, as_of, wording, checked, modal, basis, part_of, derived_from,
supersedes, source, confidentiality, source_id, said_low, said_high, exactness, number, number_place, modal_number,
passage_start, passage_end, added_at,
	(SELECT w.why FROM claim_withdrawal AS w WHERE w.key = claim.key ORDER BY w.at, w.entry LIMIT 1) AS why
FROM claim
WHERE key BETWEEN :first AND :last AND (:event IS NULL OR event = :event)
ORDER BY event, id, key;

-- claim_keys(id text, event text?) -> row(key text, event text)
SELECT key, event FROM claim
WHERE id = :id AND id <> '' AND (:event IS NULL OR event = :event) ORDER BY event, key LIMIT 2;

-- claim_events() -> row(id text, claims int)
SELECT event AS id, count(*) - count(w.key) AS claims
FROM claim LEFT JOIN (SELECT DISTINCT key FROM claim_withdrawal) AS w ON w.key = claim.key
GROUP BY event ORDER BY event;

-- about_insert(event text, nth int, at text, entry text, measure text, who text, place text, days text, day_of text, truth int)
INSERT OR IGNORE INTO about (event, nth, at, entry, measure, who, place, days, day_of, truth)
VALUES (:event, :nth, :at, :entry, :measure, :who, :place, :days, :day_of, :truth);

-- about_last(event text) -> row(nth int, measure text, who text, place text, days text, day_of text, truth int)
SELECT nth, measure, who, place, days, day_of, truth FROM about WHERE event = :event
ORDER BY nth DESC, at DESC, entry DESC LIMIT 1;
