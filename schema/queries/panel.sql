-- estimate_insert(id text, event text, nth int, at text, by text, digest text, linkage text, result text)
INSERT OR IGNORE INTO estimate (id, event, nth, at, by, digest, linkage, result)
VALUES (:id, :event, :nth, :at, :by, :digest, :linkage, :result);

-- estimate_nth() -> row(nth int)
SELECT ifnull(max(nth), 0) AS nth FROM estimate;

-- estimate_last(event text) -> row(id text, at text, by text, digest text, linkage text, result text)
SELECT id, at, by, digest, linkage, result FROM estimate WHERE event = :event
ORDER BY nth DESC, at DESC, id DESC LIMIT 1;

-- panel_events() -> row(id text, claims int)
-- Events of which somebody gave a figure, or lists people.
SELECT id, sum(claims) AS claims FROM
	(SELECT event AS id, w.key IS NULL AS claims FROM claim
		LEFT JOIN (SELECT DISTINCT key FROM claim_withdrawal) AS w ON w.key = claim.key
	UNION ALL SELECT event, 0 FROM list WHERE event <> '' AND undone = 0 AND destroyed = 0)
GROUP BY id ORDER BY id;
