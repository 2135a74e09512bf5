-- publication_insert(key text, slug text, event text, added_at text, added_by text)
INSERT INTO publication (key, slug, event, added_at, added_by)
VALUES (:key, :slug, :event, :added_at, :added_by);

-- publication_list() -> row(key text, slug text, event text, added_at text, added_by text)
SELECT key, slug, event, added_at, added_by FROM publication ORDER BY slug, added_at, key;

-- publication_revision_insert(publication text, lang text, number int, at text, entry text, by text,
--     title text, dek text, byline text, credits text, pictures text, donor text, disclaimer text,
--     note text, text text, said text)
INSERT INTO publication_revision (publication, lang, number, at, entry, by, title, dek, byline, credits,
pictures, donor, disclaimer, note, text, said)
VALUES (:publication, :lang, :number, :at, :entry, :by, :title, :dek, :byline, :credits,
:pictures, :donor, :disclaimer, :note, :text, :said);

-- publication_revision_list(publication text) -> row(lang text, number int, at text, by text,
--     title text, dek text, byline text, credits text, pictures text, donor text, disclaimer text,
--     note text, text text, said text)
SELECT lang, number, at, by, title, dek, byline, credits, pictures, donor, disclaimer, note, text, said
FROM publication_revision WHERE publication = :publication ORDER BY lang, number, at, entry;

-- publication_hide(publication text, at text, entry text, nth int, lang text, number int, state text, note text)
INSERT OR IGNORE INTO publication_hiding (publication, at, entry, nth, lang, number, state, note)
VALUES (:publication, :at, :entry, :nth, :lang, :number, :state, :note);

-- publication_hidings(publication text) ->
--     row(nth int, at text, lang text, number int, state text, note text)
-- In the order in which they were decided.
SELECT nth, at, lang, number, state, note FROM publication_hiding
WHERE publication = :publication ORDER BY nth, at, entry;

-- publication_blank_insert(key text, publication text, at text, lang text, number int, from_byte int, to_byte int,
--     everywhere int, cause text)
INSERT OR IGNORE INTO publication_blank (key, publication, at, lang, number, from_byte, to_byte, everywhere, cause)
VALUES (:key, :publication, :at, :lang, :number, :from_byte, :to_byte, :everywhere, :cause);

-- publication_unblank_insert(key text)
INSERT OR IGNORE INTO publication_unblank (key) VALUES (:key);

-- publication_blanks(publication text) -> row(key text, at text, lang text, number int, from_byte int, to_byte int,
--     everywhere int, cause text)
-- Those that hold.
SELECT key, at, lang, number, from_byte, to_byte, everywhere, cause FROM publication_blank AS b
WHERE publication = :publication AND NOT EXISTS (SELECT 1 FROM publication_unblank AS u WHERE u.key = b.key)
ORDER BY at, key;
