WITH truth AS (
    SELECT coalesce(v.ward, 0) AS ward, v.kind, v.status, edge.day, sum(edge.gained) AS gained
      FROM registry.address_version v
     CROSS JOIN LATERAL (VALUES (v.valid_from, 1), (v.valid_to, -1)) AS edge (day, gained)
     WHERE edge.day IS NOT NULL AND v.added <= :seq AND (v.ended IS NULL OR v.ended > :seq)
     GROUP BY 1, 2, 3, 4
    HAVING sum(edge.gained) <> 0)
SELECT format('ward %s, %s, %s, from %s: %s here, %s in truth', ward, kind, status, day,
              coalesce(c.gained, 0), coalesce(t.gained, 0))
  FROM view.address_counts c FULL JOIN truth t USING (ward, kind, status, day)
 WHERE c.gained IS DISTINCT FROM t.gained
 ORDER BY ward, kind, status, day
