WITH ward AS (
    SELECT p.place, p.code, p.shape, p.population FROM registry.place_version p
     WHERE p.level = 'ward' AND p.added <= :seq AND (p.ended IS NULL OR p.ended > :seq)
       AND p.valid_from <= :day AND (p.valid_to IS NULL OR p.valid_to > :day)),
building AS (
    SELECT a.code, a.ward, a.street, a.house_number, a.accuracy, a.position, a.added, a.version
      FROM registry.address_version a
     WHERE a.kind = 'building' AND a.status = 'current' AND a.added <= :seq AND (a.ended IS NULL OR a.ended > :seq)
       AND a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to > :day))
SELECT 'addresses' AS layer, w.code AS ward, NULL AS agency, avg(:day - last.day)::float8 AS value
  FROM building b
 CROSS JOIN LATERAL (
       SELECT coalesce(max(c.effective) FILTER (WHERE c.act = 'verify'), min(c.at)::date) AS day FROM registry.change c
        WHERE c.code = b.code AND c.seq <= :seq AND (c.act = 'verify' OR c.version = 1)) last
  LEFT JOIN ward w ON w.place = b.ward
 GROUP BY 2
