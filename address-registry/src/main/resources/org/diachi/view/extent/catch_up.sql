-- A collection grows by what was written. Only where a state has gone that reached as far as the collection did, and
-- nothing written reaches as far, is the collection read again.
WITH touched AS (
    SELECT 'addresses' AS collection, c.seq, v.added, v.ended, v.valid_from, v.valid_to, v.shape
      FROM registry.change c
      JOIN registry.address_version v ON v.code = c.code AND (v.added = c.seq OR v.ended = c.seq)
     WHERE c.seq > :after AND c.seq <= :seq AND c.kind IN ('building', 'business', 'publicSpace')
     UNION ALL
    SELECT 'places', c.seq, v.added, v.ended, v.valid_from, v.valid_to, v.shape
      FROM registry.change c
      JOIN registry.place p ON p.source_key = c.code
      JOIN registry.place_version v ON v.place = p.id AND (v.added = c.seq OR v.ended = c.seq)
     WHERE c.seq > :after AND c.seq <= :seq AND c.kind = 'place'
     UNION ALL
    SELECT l.collection, c.seq, v.added, v.ended, v.valid_from, v.valid_to, v.shape
      FROM registry.change c
      JOIN registry.layer l ON l.collection = c.kind
      JOIN registry.feature v ON v.layer = l.id AND v.id = CASE WHEN c.code ~ '^[0-9]{1,18}$' THEN c.code::bigint END
                             AND (v.added = c.seq OR v.ended = c.seq)
     WHERE c.seq > :after AND c.seq <= :seq),
reach AS (
    SELECT collection, ST_XMin(shape) AS x_min, ST_YMin(shape) AS y_min, ST_XMax(shape) AS x_max,
           ST_YMax(shape) AS y_max, valid_from AS first_day, coalesce(valid_to, 'infinity') AS end_day,
           added = seq AND (ended IS NULL OR ended > :seq) AS is_new,
           ended = seq AND added <= :after AS is_gone
      FROM touched),
-- What the collection covers, with and without what is new; the new reaches at least as far where it replaces.
grown AS (
    SELECT collection, min(x_min) AS x_min, min(y_min) AS y_min, max(x_max) AS x_max, max(y_max) AS y_max,
           min(first_day) AS first_day, max(end_day) AS end_day
      FROM (SELECT collection, x_min, y_min, x_max, y_max, first_day, coalesce(end_day, 'infinity') AS end_day
              FROM view.collection_extents WHERE collection IN (SELECT collection FROM reach)
             UNION ALL
            SELECT collection, x_min, y_min, x_max, y_max, first_day, end_day FROM reach WHERE is_new) covers
     GROUP BY collection),
new_reach AS (
    SELECT collection, min(x_min) AS x_min, min(y_min) AS y_min, max(x_max) AS x_max, max(y_max) AS y_max,
           min(first_day) AS first_day, max(end_day) AS end_day
      FROM reach WHERE is_new GROUP BY collection),
shrunk AS (
    SELECT DISTINCT r.collection
      FROM reach r JOIN grown g USING (collection) LEFT JOIN new_reach n USING (collection)
     WHERE r.is_gone
       AND (r.x_min <= g.x_min AND n.x_min IS DISTINCT FROM g.x_min
            OR r.y_min <= g.y_min AND n.y_min IS DISTINCT FROM g.y_min
            OR r.x_max >= g.x_max AND n.x_max IS DISTINCT FROM g.x_max
            OR r.y_max >= g.y_max AND n.y_max IS DISTINCT FROM g.y_max
            OR r.first_day <= g.first_day AND n.first_day IS DISTINCT FROM g.first_day
            OR r.end_day >= g.end_day AND n.end_day IS DISTINCT FROM g.end_day))
INSERT INTO view.collection_extents (collection, x_min, y_min, x_max, y_max, first_day, end_day)
SELECT collection, x_min, y_min, x_max, y_max, first_day, nullif(end_day, 'infinity')
  FROM grown WHERE collection NOT IN (SELECT collection FROM shrunk)
 UNION ALL
SELECT s.collection, a.x_min, a.y_min, a.x_max, a.y_max, a.first_day, nullif(a.end_day, 'infinity')
  FROM shrunk s
 CROSS JOIN LATERAL (
       SELECT min(ST_XMin(c.shape)) AS x_min, min(ST_YMin(c.shape)) AS y_min, max(ST_XMax(c.shape)) AS x_max,
              max(ST_YMax(c.shape)) AS y_max, min(c.valid_from) AS first_day,
              max(coalesce(c.valid_to, 'infinity')) AS end_day
         FROM view.collection_states c
        WHERE c.collection = s.collection AND c.added <= :seq AND (c.ended IS NULL OR c.ended > :seq)) a
 WHERE a.first_day IS NOT NULL
    ON CONFLICT (collection) DO UPDATE
   SET x_min = excluded.x_min, y_min = excluded.y_min, x_max = excluded.x_max, y_max = excluded.y_max,
       first_day = excluded.first_day, end_day = excluded.end_day
