WITH truth AS (SELECT * FROM view.find_conflicts(CAST(:rules AS jsonb), :seq, NULL))
SELECT format('%s of %s and %s from %s: %s m² here, %s m² in truth', rule, left_object, right_object, valid_from,
              coalesce(round(c.area::numeric, 3)::text, 'none'), coalesce(round(t.area::numeric, 3)::text, 'none'))
  FROM view.conflict c FULL JOIN truth t
       USING (rule, left_collection, left_object, right_collection, right_object, valid_from)
 WHERE round(c.area::numeric, 6) IS DISTINCT FROM round(t.area::numeric, 6)
    OR c.valid_to IS DISTINCT FROM t.valid_to OR c.found IS DISTINCT FROM t.found
 ORDER BY rule, left_object, right_object, valid_from
