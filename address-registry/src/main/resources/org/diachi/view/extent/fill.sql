INSERT INTO view.collection_extents (collection, x_min, y_min, x_max, y_max, first_day, end_day)
SELECT collection, min(ST_XMin(shape)), min(ST_YMin(shape)), max(ST_XMax(shape)), max(ST_YMax(shape)),
       min(valid_from), nullif(max(coalesce(valid_to, 'infinity')), 'infinity')
  FROM view.collection_states
 WHERE added <= :seq AND (ended IS NULL OR ended > :seq)
 GROUP BY collection
