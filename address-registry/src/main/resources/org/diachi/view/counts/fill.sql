INSERT INTO view.address_counts (ward, kind, status, day, gained)
SELECT coalesce(v.ward, 0), v.kind, v.status, edge.day, sum(edge.gained)
  FROM registry.address_version v
 CROSS JOIN LATERAL (VALUES (v.valid_from, 1), (v.valid_to, -1)) AS edge (day, gained)
 WHERE edge.day IS NOT NULL AND v.added <= :seq AND (v.ended IS NULL OR v.ended > :seq)
 GROUP BY 1, 2, 3, 4
HAVING sum(edge.gained) <> 0
