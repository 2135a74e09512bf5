-- note_add(id text, at text, place text, text text, destroyed int)
INSERT INTO note (id, at, place, text, destroyed) VALUES (:id, :at, :place, :text, :destroyed);

-- note_get(id text) -> row(place text, text text, destroyed int)
SELECT place, text, destroyed FROM note WHERE id = :id;

-- note_count() -> row(n int)
SELECT count(*) AS n FROM note;
