SELECT l.collection AS layer, NULL AS ward, l.owner AS agency, (l.access = 'open')::int::float8 AS value
  FROM registry.layer l
