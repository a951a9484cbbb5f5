-- What the entries after one and up to another tell the watches that are older than they are.
WITH watcher AS (
    SELECT id, code, area, since FROM registry.watch WHERE removed IS NULL AND since < :seq),
-- Each object that an entry touched, with the shapes that it had before and has now.
touched AS (
    SELECT c.seq, c.at, c.act, c.kind, c.code, c.version, v.shape
      FROM registry.change c
      JOIN registry.address_version v ON v.code = c.code AND (v.added = c.seq OR v.ended = c.seq)
     WHERE c.seq > :after AND c.seq <= :seq AND c.kind IN ('building', 'business', 'publicSpace')
       AND EXISTS (SELECT FROM watcher)
     UNION ALL
    SELECT c.seq, c.at, c.act, c.kind, c.code, c.version, v.shape
      FROM registry.change c
      JOIN registry.layer l ON l.collection = c.kind AND l.access = 'open'
      JOIN registry.feature v ON v.layer = l.id AND v.id = CASE WHEN c.code ~ '^[0-9]{1,18}$' THEN c.code::bigint END
                             AND (v.added = c.seq OR v.ended = c.seq)
     WHERE c.seq > :after AND c.seq <= :seq AND NOT EXISTS (SELECT FROM registry.draft_plan d WHERE d.plan = v.plan)
       AND EXISTS (SELECT FROM watcher)),
told AS (
    SELECT DISTINCT w.id AS watch, t.seq, t.at, 'change' AS kind,
           jsonb_build_object('act', t.act, 'kind', t.kind, 'code', t.code, 'version', t.version) AS detail
      FROM touched t JOIN watcher w ON w.since < t.seq
       AND (w.code = t.code OR w.area && t.shape AND ST_Intersects(w.area, t.shape))
     UNION ALL
    SELECT w.id, c.found, e.at, 'conflict',
           jsonb_build_object('rule', c.rule, 'conflict', c.id,
               'left', jsonb_build_object('collection', c.left_collection, 'code', c.left_object),
               'right', jsonb_build_object('collection', c.right_collection, 'code', c.right_object),
               'area', round(c.area::numeric, 2), 'validFrom', c.valid_from, 'validTo', c.valid_to)
      FROM view.conflict c
      JOIN registry.change e ON e.seq = c.found
      JOIN watcher w ON w.since < c.found
       AND (w.code IN (c.left_object, c.right_object) OR w.area && c.shape AND ST_Intersects(w.area, c.shape)
            OR EXISTS (SELECT FROM registry.address_version a
                        WHERE a.code = w.code AND a.ended IS NULL AND a.valid_to IS NULL
                          AND a.position && c.shape AND ST_Intersects(a.position, c.shape)))
     WHERE c.found > :after AND c.found <= :seq
       AND NOT EXISTS (SELECT FROM registry.layer l
                        WHERE l.collection IN (c.left_collection, c.right_collection) AND l.access <> 'open'))
INSERT INTO registry.watch_event (watch, seq, at, kind, detail)
SELECT watch, seq, at, kind, detail FROM told ORDER BY seq, watch, kind, detail
