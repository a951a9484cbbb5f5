-- Pairs of states that a rule keeps apart, with the ground that they share and the days on which both hold.
DROP TABLE IF EXISTS view.conflict;
DROP FUNCTION IF EXISTS view.find_conflicts(jsonb, bigint, text[]);
DROP FUNCTION IF EXISTS view.find_pairs(jsonb, bigint, text, text[], text[]);
DROP FUNCTION IF EXISTS view.list_sides(jsonb, bigint, text, text[]);
DROP FUNCTION IF EXISTS view.plan_days(jsonb, bigint, bigint);
DROP FUNCTION IF EXISTS view.meets(jsonb, jsonb);
DROP FUNCTION IF EXISTS view.sound(geometry);
CREATE TABLE view.conflict (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule             text   NOT NULL,
    left_collection  text   NOT NULL,
    left_object      text   NOT NULL,
    left_source      text,
    right_collection text   NOT NULL,
    right_object     text   NOT NULL,
    right_source     text,
    valid_from       date   NOT NULL,
    valid_to         date,
    found            bigint NOT NULL,
    area             double precision NOT NULL,
    shape            geometry NOT NULL,
    inside           geometry NOT NULL
);
CREATE INDEX conflict_left ON view.conflict (left_object);
CREATE INDEX conflict_right ON view.conflict (right_object);
CREATE INDEX conflict_shape ON view.conflict USING gist (shape);
CREATE INDEX conflict_found ON view.conflict (found);
-- Whether each attribute that matters has one of the values it may have.
CREATE FUNCTION view.meets(attributes jsonb, condition jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT NOT EXISTS (SELECT FROM jsonb_each(coalesce(condition, '{}')) c
                        WHERE NOT c.value @> coalesce(to_jsonb(attributes ->> c.key), 'null'))
$$;
-- A shape that can be compared.
CREATE FUNCTION view.sound(shape geometry) RETURNS geometry LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN ST_IsValid(shape) THEN shape ELSE ST_MakeValid(shape) END
$$;
-- The days, believed after an entry, on which a plan is at one of the steps that matter, where none is named at any but that of
-- being drafted; all days of what has no plan and needs none.
CREATE FUNCTION view.plan_days(steps jsonb, seq bigint, plan bigint)
RETURNS TABLE (valid_from date, valid_to date, added bigint) LANGUAGE sql STABLE AS $$
    SELECT NULL::date, NULL::date, NULL::bigint WHERE jsonb_typeof(steps) IS DISTINCT FROM 'array' AND plan IS NULL
     UNION ALL
    SELECT s.valid_from, s.valid_to, s.added FROM registry.plan_version s
     WHERE s.plan = plan_days.plan AND s.added <= seq AND (s.ended IS NULL OR s.ended > seq)
       AND CASE WHEN jsonb_typeof(steps) = 'array' THEN steps @> to_jsonb(s.step) ELSE s.step <> 'elaboration' END
$$;
-- The states that one side of each rule is about, believed after an entry; of all objects, or of those touched.
CREATE FUNCTION view.list_sides(rules jsonb, seq bigint, side text, touched text[])
RETURNS TABLE (rule jsonb, collection text, object text, source_id text, valid_from date, valid_to date, added bigint,
               shape geometry) LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY EXECUTE $q$
    SELECT r, v.kind, v.code::text, (SELECT e.value::text FROM registry.external_id e WHERE e.code = v.code AND e.ended IS NULL
                                      ORDER BY e.scheme, e.value LIMIT 1),
           v.valid_from, v.valid_to, v.added, v.shape
      FROM jsonb_array_elements($1) r
      JOIN registry.address_version v ON v.kind = r -> $3 ->> 'collection'
     WHERE v.added <= $2 AND (v.ended IS NULL OR v.ended > $2) AND v.status IN ('proposed', 'current')
       AND ($4 IS NULL OR v.code = ANY ($4)) AND view.meets(v.details, r -> $3 -> 'where')$q$
    USING rules, seq, side, touched;
    RETURN QUERY EXECUTE $q$
    SELECT r, l.collection::text, v.id::text, v.source_id::text, greatest(v.valid_from, p.valid_from),
           least(v.valid_to, p.valid_to), greatest(v.added, p.added), v.shape
      FROM jsonb_array_elements($1) r
      JOIN registry.layer l ON l.collection = r -> $3 ->> 'collection'
      JOIN registry.feature v ON v.layer = l.id
     CROSS JOIN LATERAL view.plan_days(r -> $3 -> 'planSteps', $2, v.plan) p
     WHERE v.added <= $2 AND (v.ended IS NULL OR v.ended > $2) AND v.shape IS NOT NULL
       AND daterange(v.valid_from, v.valid_to) && daterange(p.valid_from, p.valid_to)
       AND ($4 IS NULL OR v.id = ANY (ARRAY(SELECT t::bigint FROM unnest($4) t WHERE t ~ '^[0-9]{1,18}$')))
       AND view.meets(v.attributes, r -> $3 -> 'where')$q$
    USING rules, seq, side, touched;
END $$;
-- Conflicts, looked for from one side: of all its objects, or of those touched; the others are not among those left out.
CREATE FUNCTION view.find_pairs(rules jsonb, seq bigint, side text, touched text[], left_out text[])
RETURNS TABLE (rule text, left_collection text, left_object text, left_source text, right_collection text,
               right_object text, right_source text, valid_from date, valid_to date, found bigint,
               area double precision, shape geometry) LANGUAGE plpgsql STABLE AS $$
BEGIN
    -- The index of the other side is asked object by object: of a young table the planner believes wrong things.
    RETURN QUERY EXECUTE $q$
    WITH one AS (
        SELECT s.*, s.rule -> $5 AS other, (s.rule ->> 'distanceMetres')::float8 AS distance,
               (SELECT l.id FROM registry.layer l WHERE l.collection = s.rule -> $5 ->> 'collection') AS other_layer
          FROM view.list_sides($1, $2, $3, $4) s),
    pair AS (
        SELECT one.rule, one.distance, greatest(one.valid_from, other.valid_from) AS valid_from,
               least(one.valid_to, other.valid_to) AS valid_to, greatest(one.added, other.added) AS found,
               ARRAY[one.collection, one.object, one.source_id] AS one_key,
               ARRAY[one.other ->> 'collection', other.object, other.source_id] AS other_key,
               one.shape AS one_shape, other.shape AS other_shape
          FROM one CROSS JOIN LATERAL (
               (SELECT v.code::text AS object,
                       (SELECT e.value::text FROM registry.external_id e WHERE e.code = v.code AND e.ended IS NULL
                         ORDER BY e.scheme, e.value LIMIT 1) AS source_id,
                       v.valid_from, v.valid_to, v.added, v.shape
                  FROM registry.address_version v
                 WHERE one.other_layer IS NULL AND v.kind = one.other ->> 'collection'
                   AND v.shape && ST_Expand(one.shape, one.distance)
                   AND v.added <= $2 AND (v.ended IS NULL OR v.ended > $2) AND v.status IN ('proposed', 'current')
                   AND view.meets(v.details, one.other -> 'where') OFFSET 0)
               UNION ALL
               (SELECT v.id::text, v.source_id::text, greatest(v.valid_from, p.valid_from),
                       least(v.valid_to, p.valid_to), greatest(v.added, p.added), v.shape
                  FROM registry.feature v CROSS JOIN LATERAL view.plan_days(one.other -> 'planSteps', $2, v.plan) p
                 WHERE v.layer = one.other_layer AND v.shape && ST_Expand(one.shape, one.distance)
                   AND v.added <= $2 AND (v.ended IS NULL OR v.ended > $2)
                   AND daterange(v.valid_from, v.valid_to) && daterange(p.valid_from, p.valid_to)
                   AND view.meets(v.attributes, one.other -> 'where') OFFSET 0)) other
         WHERE other.object <> one.object AND ($6 IS NULL OR other.object <> ALL ($6))
           AND daterange(one.valid_from, one.valid_to) && daterange(other.valid_from, other.valid_to)
           AND ST_DWithin(one.shape, other.shape, one.distance)),
    sided AS (
        SELECT p.*, CASE WHEN $3 = 'left' THEN one_key ELSE other_key END AS l,
               CASE WHEN $3 = 'left' THEN other_key ELSE one_key END AS r,
               view.sound(CASE WHEN $3 = 'left' THEN one_shape ELSE other_shape END) AS left_shape,
               view.sound(CASE WHEN $3 = 'left' THEN other_shape ELSE one_shape END) AS right_shape
          FROM pair p)
    SELECT s.rule ->> 'id', s.l[1], s.l[2], s.l[3], s.r[1], s.r[2], s.r[3], s.valid_from, s.valid_to, s.found,
           ST_Area(ground.shape), ground.shape
      FROM sided s CROSS JOIN LATERAL (
           SELECT ST_Multi(ST_CollectionExtract(ST_Intersection(s.left_shape,
                  CASE WHEN s.distance > 0 THEN ST_Buffer(s.right_shape, s.distance) ELSE s.right_shape END), 3)) AS shape
           OFFSET 0) ground
     WHERE ST_Area(ground.shape) > 0 AND ST_Area(ground.shape) >= (s.rule ->> 'minAreaSquareMetres')::float8$q$
    USING rules, seq, side, touched, CASE side WHEN 'left' THEN 'right' ELSE 'left' END, left_out;
END $$;
-- All conflicts after an entry; or those of which an object was touched, each once.
CREATE FUNCTION view.find_conflicts(rules jsonb, seq bigint, touched text[])
RETURNS TABLE (rule text, left_collection text, left_object text, left_source text, right_collection text,
               right_object text, right_source text, valid_from date, valid_to date, found bigint,
               area double precision, shape geometry) LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY SELECT * FROM view.find_pairs(rules, seq, 'left', touched, NULL);
    IF touched IS NOT NULL THEN
        RETURN QUERY SELECT * FROM view.find_pairs(rules, seq, 'right', touched, touched);
    END IF;
END $$
