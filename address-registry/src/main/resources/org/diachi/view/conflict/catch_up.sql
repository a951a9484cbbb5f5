-- What an entry touched is compared anew with everything; what it did not touch is as it was.
CREATE TEMPORARY TABLE conflict_touched ON COMMIT DROP AS
SELECT coalesce(array_agg(DISTINCT c.code::text), '{}') AS objects
  FROM registry.change c WHERE c.seq > :after AND c.seq <= :seq AND c.kind NOT IN ('place', 'plan');
DELETE FROM view.conflict c USING conflict_touched t
 WHERE c.left_object = ANY (t.objects) OR c.right_object = ANY (t.objects);
INSERT INTO view.conflict (rule, left_collection, left_object, left_source, right_collection, right_object, right_source,
                           valid_from, valid_to, found, area, shape, inside)
SELECT c.*, ST_PointOnSurface(c.shape)
  FROM conflict_touched t CROSS JOIN LATERAL view.find_conflicts(CAST(:rules AS jsonb), :seq, t.objects) c
 ORDER BY c.rule, c.found, c.left_object, c.right_object, c.valid_from
