-- What the tests ask about towns.

-- land_add(code text, name text)
INSERT INTO land (code, name) VALUES (:code, :name);

-- town_add(code text, name text, land text,
--     people int?, seal blob?) -> row(id int)
-- The order of the parameters in the statement is not that of the declaration.
-- A comment's end */ stays out of the header.
INSERT INTO town (people, seal, land, name, code) VALUES (:people, :seal, :land, :name, :code) RETURNING id;

-- town_by_code(code text)
--     -> row(id int, name text, people int?, seal blob?)
SELECT id, name, people, seal FROM town WHERE code = :code;

-- town_where(land text, least int) -> row(code text)
SELECT code FROM town WHERE land = :land AND (people >= :least OR :least = 0) ORDER BY code;

-- town_sum() -> row(towns int, people int?)
SELECT count(*) AS towns, sum(people) AS people FROM town;

-- town_people(code text, people int?)
UPDATE town SET people = :people WHERE code = :code;

-- town_clear()
DELETE FROM town;

-- town_text_add(id int, name text)
INSERT INTO town_text (rowid, name) VALUES (:id, :name);

-- town_text_find(word text) -> row(id int)
SELECT rowid AS id FROM town_text WHERE town_text MATCH :word ORDER BY rowid;

-- town_wrong_type() -> row(name int)
SELECT CAST('Алматы' AS TEXT) AS name;

-- town_today() -> row(day text?)
SELECT date('now') AS day;

-- twin_add(one int, other int)
INSERT INTO twin (one, other) VALUES (:one, :other);
