-- find_doc_add(id text, at text, source text, record text, confidentiality text, words text, marks text)
INSERT INTO find_doc (id, at, source, record, confidentiality, words, marks)
VALUES (:id, :at, :source, :record, :confidentiality, :words, :marks);

-- find_doc_last() -> row(n int)
SELECT ifnull(max(n), 0) AS n FROM find_doc;

-- find_hold() -> row(n int)
SELECT n FROM find_doc;

-- find_docs(first int, last int) ->
--     row(n int, id text, at text, source text, record text, confidentiality text, words text, marks text)
SELECT n, id, at, source, record, confidentiality, words, marks FROM find_doc WHERE n BETWEEN :first AND :last ORDER BY n;

-- find_doc_key(n int) -> row(at text, id text)
SELECT at, id FROM find_doc WHERE n = :n;

-- find_doc_words(n int) -> row(words text)
SELECT words FROM find_doc WHERE n = :n;

-- find_root_set(id text, kind text, alias text, confidentiality text)
INSERT OR REPLACE INTO find_root (id, kind, alias, confidentiality) VALUES (:id, :kind, :alias, :confidentiality);

-- find_root_get(id text) -> row(kind text, confidentiality text)
SELECT kind, confidentiality FROM find_root WHERE id = :id;

-- find_orphan_add(id text)
INSERT OR IGNORE INTO find_orphan (id) VALUES (:id);

-- find_orphan_has(id text) -> row(id text)
SELECT id FROM find_orphan WHERE id = :id;

-- find_orphan_drop(id text)
DELETE FROM find_orphan WHERE id = :id;

-- find_root_named(name text, letter text) -> row(id text, kind text)
-- Of that id or alias; the letter is that of its id.
SELECT id, kind FROM find_root WHERE id = :name AND substr(id, 1, 1) = :letter
UNION SELECT id, kind FROM find_root WHERE alias = :name AND alias <> '' AND substr(id, 1, 1) = :letter ORDER BY id;

-- find_root_aliases(first text, last text) -> row(alias text)
SELECT alias FROM find_root WHERE id BETWEEN :first AND :last AND alias <> '' ORDER BY id;

-- find_blocks() -> row(first int, size int)
SELECT first, size FROM find_block ORDER BY first;

-- find_block_places(first int) -> row(places blob)
SELECT places FROM find_block WHERE first = :first;

-- find_block_add(first int, size int, places blob)
INSERT INTO find_block (first, size, places) VALUES (:first, :size, :places);

-- find_block_drop(first int, last int)
DELETE FROM find_block WHERE first BETWEEN :first AND :last;

-- find_post_put(block int, term text, bits blob)
INSERT OR REPLACE INTO find_post (block, term, bits) VALUES (:block, :term, :bits);

-- find_post_get(block int, term text) -> row(bits blob)
SELECT bits FROM find_post WHERE block = :block AND term = :term;

-- find_post_range(block int, first text, last text) -> row(term text, bits blob)
SELECT term, bits FROM find_post WHERE block = :block AND term >= :first AND term < :last ORDER BY term;

-- find_post_remove(block int, term text)
DELETE FROM find_post WHERE block = :block AND term = :term;

-- find_post_drop(first int, last int)
DELETE FROM find_post WHERE block BETWEEN :first AND :last;

-- find_saved_add(name text, nth int, at text, entry text, added_by text, query text)
INSERT OR IGNORE INTO find_saved (name, nth, at, entry, added_by, query)
VALUES (:name, :nth, :at, :entry, :added_by, :query);

-- find_saved_last(name text) -> row(nth int, query text)
SELECT nth, query FROM find_saved WHERE name = :name ORDER BY nth DESC, at DESC, entry DESC LIMIT 1;

-- find_saved_list() -> row(name text, at text, added_by text, query text)
-- The last row of each name, the forgotten left out.
SELECT name, at, added_by, query FROM find_saved AS s WHERE query <> '' AND NOT EXISTS (
	SELECT 1 FROM find_saved AS t WHERE t.name = s.name AND (t.nth, t.at, t.entry) > (s.nth, s.at, s.entry))
ORDER BY name;
