INSERT INTO view.conflict (rule, left_collection, left_object, left_source, right_collection, right_object, right_source,
                           valid_from, valid_to, found, area, shape, inside)
SELECT c.*, ST_PointOnSurface(c.shape) FROM view.find_conflicts(CAST(:rules AS jsonb), :seq, NULL) c
 ORDER BY c.rule, c.found, c.left_object, c.right_object, c.valid_from
