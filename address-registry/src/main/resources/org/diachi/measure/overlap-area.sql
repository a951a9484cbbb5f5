WITH feature AS (
    SELECT l.collection, l.owner, l.fields, l.geometry_type, f.plan, f.added, f.attributes, f.shape, f.id
      FROM registry.feature f JOIN registry.layer l ON l.id = f.layer
     WHERE l.access = 'open' AND f.added <= :seq AND (f.ended IS NULL OR f.ended > :seq)
       AND f.valid_from <= :day AND (f.valid_to IS NULL OR f.valid_to > :day)
       AND NOT EXISTS (SELECT FROM registry.draft_plan d WHERE d.plan = f.plan))
SELECT 'zones' AS layer, NULL AS ward, a.owner AS agency,
       coalesce(sum(ST_Area(ST_Intersection(a.shape, b.shape))) FILTER (WHERE b.id IS NOT NULL), 0) AS value
  FROM feature a LEFT JOIN feature b
    ON b.collection = 'zones' AND b.plan = a.plan AND b.id > a.id AND b.shape && a.shape
   AND ST_Relate(a.shape, b.shape, '2********')
 WHERE a.collection = 'zones' AND a.plan IS NOT NULL
 GROUP BY 3
