-- The believed states of everything, named by collection; and what each collection covers. end_day is null while open.
DROP TABLE IF EXISTS view.collection_extents;
DROP VIEW IF EXISTS view.collection_states;
CREATE VIEW view.collection_states AS
SELECT 'addresses' AS collection, v.code AS object, v.valid_from, v.valid_to, v.added, v.ended, v.shape
  FROM registry.address_version v
 UNION ALL
SELECT 'places', p.source_key, v.valid_from, v.valid_to, v.added, v.ended, v.shape
  FROM registry.place_version v JOIN registry.place p ON p.id = v.place
 UNION ALL
SELECT l.collection, v.id::text, v.valid_from, v.valid_to, v.added, v.ended, v.shape
  FROM registry.feature v JOIN registry.layer l ON l.id = v.layer;
CREATE TABLE view.collection_extents (
    collection text PRIMARY KEY,
    x_min      double precision,
    y_min      double precision,
    x_max      double precision,
    y_max      double precision,
    first_day  date NOT NULL,
    end_day    date
)
