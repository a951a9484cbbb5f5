WITH feature AS (
    SELECT l.collection, l.owner, l.fields, l.geometry_type, f.plan, f.added, f.attributes, f.shape, f.id
      FROM registry.feature f JOIN registry.layer l ON l.id = f.layer
     WHERE l.access = 'open' AND f.added <= :seq AND (f.ended IS NULL OR f.ended > :seq)
       AND f.valid_from <= :day AND (f.valid_to IS NULL OR f.valid_to > :day)
       AND NOT EXISTS (SELECT FROM registry.draft_plan d WHERE d.plan = f.plan))
SELECT f.collection AS layer, NULL AS ward, f.owner AS agency,
       avg((f.attributes -> (field ->> 'name') IS NOT NULL AND f.attributes -> (field ->> 'name') <> 'null')::int)::float8
           AS value
  FROM feature f CROSS JOIN LATERAL jsonb_array_elements(f.fields) field
 GROUP BY 1, 3
