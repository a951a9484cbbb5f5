-- What an entry touched is compared anew with everything; what it did not touch is as it was. A plan's step touches its
-- zones.
CREATE TEMPORARY TABLE conflict_touched ON COMMIT DROP AS
WITH entry AS (SELECT kind, code::text FROM registry.change WHERE seq > :after AND seq <= :seq)
SELECT coalesce(array_agg(DISTINCT t.object), '{}') AS objects
  FROM (SELECT code AS object FROM entry WHERE kind NOT IN ('place', 'plan')
         UNION ALL
        SELECT v.id::text FROM entry JOIN registry.plan p ON entry.kind = 'plan' AND p.identifier = entry.code
          JOIN registry.feature v ON v.plan = p.id AND (v.ended IS NULL OR v.ended > :after)) t;
DELETE FROM view.conflict c USING conflict_touched t
 WHERE c.left_object = ANY (t.objects) OR c.right_object = ANY (t.objects);
INSERT INTO view.conflict (rule, left_collection, left_object, left_source, right_collection, right_object, right_source,
                           valid_from, valid_to, found, area, shape, inside)
SELECT c.*, ST_PointOnSurface(c.shape)
  FROM conflict_touched t CROSS JOIN LATERAL view.find_conflicts(CAST(:rules AS jsonb), :seq, t.objects) c
 ORDER BY c.rule, c.found, c.left_object, c.right_object, c.valid_from
