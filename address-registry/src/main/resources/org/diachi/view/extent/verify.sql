WITH truth AS (
    SELECT collection, min(ST_XMin(shape)) AS x_min, min(ST_YMin(shape)) AS y_min, max(ST_XMax(shape)) AS x_max,
           max(ST_YMax(shape)) AS y_max, min(valid_from) AS first_day,
           nullif(max(coalesce(valid_to, 'infinity')), 'infinity') AS end_day
      FROM view.collection_states
     WHERE added <= :seq AND (ended IS NULL OR ended > :seq)
     GROUP BY collection)
SELECT format('%s: %s here, %s in truth', collection, to_jsonb(e) - 'collection', to_jsonb(t) - 'collection')
  FROM view.collection_extents e FULL JOIN truth t USING (collection)
 WHERE to_jsonb(e) IS DISTINCT FROM to_jsonb(t)
 ORDER BY collection
