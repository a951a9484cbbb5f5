SELECT l.collection AS layer, NULL AS ward, l.owner AS agency, count(k.id)::float8 AS value
  FROM registry.layer l
  LEFT JOIN registry.api_key k ON l.collection = ANY (k.layers) AND k.revoked IS NULL
       AND (k.expires IS NULL OR k.expires > now())
 GROUP BY 1, 3
