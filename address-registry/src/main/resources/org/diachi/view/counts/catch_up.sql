-- A state that an entry wrote counts once more, one that it ended once less.
INSERT INTO view.address_counts AS known (ward, kind, status, day, gained)
SELECT coalesce(v.ward, 0), v.kind, v.status, edge.day,
       sum(edge.gained * CASE WHEN v.added = c.seq THEN 1 ELSE -1 END)
  FROM registry.change c
  JOIN registry.address_version v ON v.code = c.code AND (v.added = c.seq OR v.ended = c.seq)
 CROSS JOIN LATERAL (VALUES (v.valid_from, 1), (v.valid_to, -1)) AS edge (day, gained)
 WHERE c.seq > :after AND c.seq <= :seq AND c.kind IN ('building', 'business', 'publicSpace')
   AND edge.day IS NOT NULL
 GROUP BY 1, 2, 3, 4
    ON CONFLICT (ward, kind, status, day) DO UPDATE SET gained = known.gained + excluded.gained;
DELETE FROM view.address_counts WHERE gained = 0
