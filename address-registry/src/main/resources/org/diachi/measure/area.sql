WITH ward AS (
    SELECT p.place, p.code, p.shape, p.population FROM registry.place_version p
     WHERE p.level = 'ward' AND p.added <= :seq AND (p.ended IS NULL OR p.ended > :seq)
       AND p.valid_from <= :day AND (p.valid_to IS NULL OR p.valid_to > :day)),
feature AS (
    SELECT l.collection, l.owner, l.fields, l.geometry_type, f.plan, f.added, f.attributes, f.shape, f.id
      FROM registry.feature f JOIN registry.layer l ON l.id = f.layer
     WHERE l.access = 'open' AND f.added <= :seq AND (f.ended IS NULL OR f.ended > :seq)
       AND f.valid_from <= :day AND (f.valid_to IS NULL OR f.valid_to > :day)
       AND NOT EXISTS (SELECT FROM registry.draft_plan d WHERE d.plan = f.plan))
SELECT f.collection AS layer, w.code AS ward, f.owner AS agency,
       sum(CASE WHEN ST_Covers(w.shape, f.shape) THEN ST_Area(f.shape)
                ELSE ST_Area(ST_Intersection(w.shape, f.shape)) END) AS value
  FROM feature f JOIN ward w ON w.shape && f.shape AND ST_Intersects(w.shape, f.shape)
 WHERE ST_Dimension(f.shape) = 2
 GROUP BY 1, 2, 3
