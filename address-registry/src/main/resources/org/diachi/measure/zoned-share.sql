WITH ward AS (
    SELECT p.place, p.code, p.shape, p.population FROM registry.place_version p
     WHERE p.level = 'ward' AND p.added <= :seq AND (p.ended IS NULL OR p.ended > :seq)
       AND p.valid_from <= :day AND (p.valid_to IS NULL OR p.valid_to > :day)),
feature AS (
    SELECT l.collection, l.owner, l.fields, l.geometry_type, f.plan, f.added, f.attributes, f.shape, f.id
      FROM registry.feature f JOIN registry.layer l ON l.id = f.layer
     WHERE l.access = 'open' AND f.added <= :seq AND (f.ended IS NULL OR f.ended > :seq)
       AND f.valid_from <= :day AND (f.valid_to IS NULL OR f.valid_to > :day)
       AND NOT EXISTS (SELECT FROM registry.draft_plan d WHERE d.plan = f.plan)),
covered AS (
    SELECT w.code, f.plan, min(f.owner) AS owner, ST_Area(w.shape) AS whole,
           ST_Area(ST_Union(ST_Intersection(w.shape, f.shape))) AS area
      FROM ward w JOIN feature f ON w.shape && f.shape AND ST_Intersects(w.shape, f.shape)
     WHERE f.collection = 'zones'
       AND EXISTS (SELECT FROM registry.plan_version s
                    WHERE s.plan = f.plan AND s.step = 'legalForce' AND s.added <= :seq AND (s.ended IS NULL OR s.ended > :seq)
                      AND s.valid_from <= :day AND (s.valid_to IS NULL OR s.valid_to > :day))
     GROUP BY w.code, f.plan, w.shape)
SELECT 'zones' AS layer, code AS ward, min(owner) AS agency, max(area / whole) AS value FROM covered GROUP BY code
