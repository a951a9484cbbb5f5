-- The truth of a city: places, address objects, map layers and the one change log behind them.
--
-- Two time axes. `valid_from`/`valid_to` is legal time: half-open, an empty end is open. `added`/`ended` is recorded
-- time, told as sequence numbers of the change log: the change that wrote a row and the one that superseded it, so
-- that the state after any change is `added <= seq AND (ended IS NULL OR ended > seq)`. Rows are never changed but
-- for `ended`, set once, and never deleted.
--
-- Rules between rows are held by triggers for each statement over its new rows. A foreign key costs 8 microseconds a
-- row and an exclusion constraint 24, which at national scale is hours; one join for ten thousand rows costs 1 to 2
-- microseconds a row. The triggers run their queries by EXECUTE, which plans anew: a kept plan, made while a table was
-- young, would read all of it for each row. Writers stand in line at `log_head`, so that no trigger races another.

-- ---------------------------------------------------------------------------------------------------------------
-- The registry itself

CREATE TABLE registry.city (
    only_one     boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    profile      text  NOT NULL,
    storage_srid int   NOT NULL CHECK (storage_srid = ${storage_srid}),
    code_key     bytea NOT NULL CHECK (octet_length(code_key) >= 16)
);
COMMENT ON TABLE registry.city IS 'The one city of this registry; code_key permutes the sequence of codes and must never change';

CREATE TABLE registry.log_head (
    only_one     boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    seq          bigint      NOT NULL CHECK (seq >= 0),
    at           timestamptz NOT NULL,
    codes_issued bigint      NOT NULL CHECK (codes_issued BETWEEN 0 AND 34359738368)
) WITH (fillfactor = 10);
INSERT INTO registry.log_head (seq, at, codes_issued) VALUES (0, now(), 0);
COMMENT ON TABLE registry.log_head IS 'The end of the change log; its row lock, held to the commit, makes seq rise in commit order';

CREATE TABLE registry.import_run (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source       text        NOT NULL,
    file_name    text        NOT NULL,
    sha256       text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    licence      text,
    actor        text        NOT NULL,
    dry_run      boolean     NOT NULL,
    started_at   timestamptz NOT NULL DEFAULT now(),
    finished_at  timestamptz,
    state        text        NOT NULL CHECK (state IN ('checking', 'running', 'done', 'refused', 'failed', 'cancelled')),
    failure      text,
    rows_total   bigint NOT NULL DEFAULT 0,
    rows_read    bigint NOT NULL DEFAULT 0,
    rows_added   bigint NOT NULL DEFAULT 0,
    rows_changed bigint NOT NULL DEFAULT 0,
    rows_same    bigint NOT NULL DEFAULT 0,
    rows_merged  bigint NOT NULL DEFAULT 0,
    rows_refused bigint NOT NULL DEFAULT 0,
    CHECK (rows_read = rows_added + rows_changed + rows_same + rows_merged + rows_refused)
);
CREATE INDEX import_run_source ON registry.import_run (source, id);

CREATE TABLE registry.import_issue (
    run        bigint NOT NULL REFERENCES registry.import_run ON DELETE CASCADE,
    number     bigint NOT NULL,
    row_number bigint NOT NULL,
    source_id  text,
    severity   text NOT NULL CHECK (severity IN ('refused', 'warning', 'repaired', 'merged')),
    rule       text NOT NULL,
    field      text,
    value      text,
    message    text NOT NULL,
    PRIMARY KEY (run, number)
);
CREATE INDEX import_issue_rule ON registry.import_issue (run, rule);

CREATE TABLE registry.change (
    seq        bigint      PRIMARY KEY,
    at         timestamptz NOT NULL,
    actor      text        NOT NULL,
    act        text        NOT NULL,
    kind       text        NOT NULL,
    code       text COLLATE "C" NOT NULL,
    version    int         NOT NULL,
    effective  date        NOT NULL,
    reason     text,
    document   text,
    import_run bigint
);
CREATE INDEX change_of_object ON registry.change (code, seq);
CREATE INDEX change_at ON registry.change USING brin (at);
COMMENT ON TABLE registry.change IS 'Append-only: every accepted act, one row for each object that it touched';

-- ---------------------------------------------------------------------------------------------------------------
-- Places: administrative units through all their eras. A code or a name is not an identity: both are reused.

CREATE TABLE registry.place (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_key text COLLATE "C" NOT NULL UNIQUE
);
COMMENT ON COLUMN registry.place.source_key IS 'What the city profile calls the unit: code and first day of its era';

CREATE TABLE registry.place_version (
    place      bigint NOT NULL REFERENCES registry.place,
    version    int    NOT NULL CHECK (version > 0),
    valid_from date   NOT NULL,
    valid_to   date,
    added      bigint NOT NULL,
    ended      bigint,
    code       text COLLATE "C" NOT NULL,
    level      text   NOT NULL,
    type_word  text   NOT NULL,
    name       text   NOT NULL,
    full_name  text   NOT NULL,
    name_key   text COLLATE "C" NOT NULL,
    fold_key   text COLLATE "C" NOT NULL,
    parent     bigint REFERENCES registry.place,
    population int CHECK (population >= 0),
    shape      geometry(MultiPolygon, ${storage_srid}),
    PRIMARY KEY (place, version, valid_from),
    CHECK (valid_to IS NULL OR valid_from < valid_to),
    CHECK (ended IS NULL OR added < ended)
);
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE registry.place_version ADD CONSTRAINT place_has_one_state_a_day
    EXCLUDE USING gist (place WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (ended IS NULL);
CREATE INDEX place_version_shape ON registry.place_version USING gist (shape);
CREATE INDEX place_version_code ON registry.place_version (code);
CREATE INDEX place_version_fold ON registry.place_version (fold_key);

CREATE TABLE registry.place_succession (
    predecessor bigint NOT NULL REFERENCES registry.place,
    successor   bigint NOT NULL REFERENCES registry.place,
    kind        text   NOT NULL CHECK (kind IN ('reform', 'merge', 'split', 'rename', 'correction')),
    effective   date   NOT NULL,
    added       bigint NOT NULL,
    ended       bigint,
    PRIMARY KEY (predecessor, successor, effective, added),
    CHECK (predecessor <> successor)
);
CREATE INDEX place_succession_successor ON registry.place_succession (successor);

-- ---------------------------------------------------------------------------------------------------------------
-- Address objects: buildings, businesses and public spaces, each with one code for ever.

CREATE TABLE registry.address_version (
    code         text COLLATE "C" NOT NULL CHECK (length(code) = 9),
    version      int  NOT NULL CHECK (version > 0),
    valid_from   date NOT NULL,
    valid_to     date,
    added        bigint NOT NULL,
    ended        bigint,
    kind         text NOT NULL CHECK (kind IN ('building', 'business', 'publicSpace')),
    status       text NOT NULL CHECK (status IN ('proposed', 'current', 'retired', 'rejected')),
    name         text,
    house_number text,
    street       text,
    street_key   text COLLATE "C",
    number_key   text COLLATE "C",
    ward         bigint,
    method       text NOT NULL,
    accuracy     real CHECK (accuracy >= 0),
    located_at   text COLLATE "C",
    parts        jsonb,
    part_keys    text[] COLLATE "C",
    details      jsonb,
    position     geometry(Point, ${storage_srid}) NOT NULL,
    shape        geometry(Geometry, ${storage_srid}) NOT NULL,
    PRIMARY KEY (code, version, valid_from),
    CHECK (valid_to IS NULL OR valid_from < valid_to),
    CHECK (ended IS NULL OR added < ended),
    CHECK (located_at IS NULL OR kind <> 'building')
);
COMMENT ON COLUMN registry.address_version.street_key IS 'The street as compared: see AddressGrammar';
COMMENT ON COLUMN registry.address_version.parts IS 'Entrances and units: they belong to the building and have no code';
COMMENT ON COLUMN registry.address_version.part_keys IS 'street_key|number_key of each entrance with an address of its own';
COMMENT ON COLUMN registry.address_version.position IS 'The point of the object; inside its outline where there is one';
COMMENT ON COLUMN registry.address_version.shape IS 'The outline where it is known, else the position again: what is indexed';
CREATE INDEX address_version_shape ON registry.address_version USING gist (shape);
CREATE INDEX address_version_street ON registry.address_version (street_key, number_key) WHERE street_key IS NOT NULL;
CREATE INDEX address_version_ward ON registry.address_version (ward, code);
CREATE INDEX address_version_located ON registry.address_version (located_at) WHERE located_at IS NOT NULL;
CREATE INDEX address_version_parts ON registry.address_version USING gin (part_keys) WHERE part_keys IS NOT NULL;

CREATE TABLE registry.external_id (
    scheme      text COLLATE "C" NOT NULL CHECK (scheme <> ''),
    value       text COLLATE "C" NOT NULL CHECK (value <> ''),
    code        text COLLATE "C" NOT NULL,
    added       bigint NOT NULL,
    ended       bigint,
    fingerprint bigint,
    import_run  bigint,
    row_number  bigint,
    CHECK (ended IS NULL OR added < ended)
);
COMMENT ON COLUMN registry.external_id.fingerprint IS 'Of the source row last taken over: the same row again changes nothing';
CREATE UNIQUE INDEX external_id_identifies ON registry.external_id (scheme, value) WHERE ended IS NULL;
CREATE INDEX external_id_code ON registry.external_id (code);

CREATE TABLE registry.succession (
    predecessor text COLLATE "C" NOT NULL,
    successor   text COLLATE "C" NOT NULL,
    kind        text   NOT NULL CHECK (kind IN ('split', 'merge', 'rebuild', 'correction')),
    effective   date   NOT NULL,
    added       bigint NOT NULL,
    PRIMARY KEY (predecessor, successor),
    CHECK (predecessor <> successor)
);
CREATE INDEX succession_successor ON registry.succession (successor);

CREATE FUNCTION registry.check_new_address_versions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong record;
BEGIN
    EXECUTE $q$
    SELECT n.code, n.valid_from, n.valid_to
      FROM new_rows n CROSS JOIN LATERAL (
           SELECT FROM registry.address_version v
            WHERE v.code = n.code AND v.ended IS NULL AND (v.version, v.valid_from) <> (n.version, n.valid_from)
              AND daterange(v.valid_from, v.valid_to) && daterange(n.valid_from, n.valid_to)
           OFFSET 0) other
     WHERE n.ended IS NULL LIMIT 1$q$ INTO wrong;
    IF wrong.code IS NOT NULL THEN
        RAISE EXCEPTION 'address % would have two states between % and %', wrong.code, wrong.valid_from, wrong.valid_to
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'address_has_one_state_a_day';
    END IF;
    EXECUTE $q$
    SELECT n.code
      FROM new_rows n CROSS JOIN LATERAL (
           SELECT FROM registry.address_version v WHERE v.code = n.code AND v.kind <> n.kind OFFSET 0) other
     WHERE n.version > 1 LIMIT 1$q$ INTO wrong;
    IF wrong.code IS NOT NULL THEN
        RAISE EXCEPTION 'address % cannot change its kind', wrong.code
            USING ERRCODE = 'check_violation', CONSTRAINT = 'address_keeps_its_kind';
    END IF;
    EXECUTE $q$
    SELECT n.code, n.ward FROM (SELECT DISTINCT ON (ward) code, ward FROM new_rows WHERE ward IS NOT NULL) n
     WHERE NOT EXISTS (SELECT FROM registry.place p WHERE p.id = n.ward) LIMIT 1$q$ INTO wrong;
    IF wrong.code IS NOT NULL THEN
        RAISE EXCEPTION 'address % names ward %, which is not a place', wrong.code, wrong.ward
            USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'address_ward_is_a_place';
    END IF;
    EXECUTE $q$
    SELECT n.code, n.located_at FROM new_rows n
     WHERE n.located_at IS NOT NULL
       AND NOT EXISTS (SELECT FROM registry.address_version v
                        WHERE v.code = n.located_at AND v.kind <> 'business' OFFSET 0)
     LIMIT 1$q$ INTO wrong;
    IF wrong.code IS NOT NULL THEN
        RAISE EXCEPTION 'address % is located at %, which is no building or public space', wrong.code, wrong.located_at
            USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'address_is_located_at_an_address';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER check_new_rows AFTER INSERT ON registry.address_version
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.check_new_address_versions();

CREATE FUNCTION registry.check_new_external_ids() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong record;
BEGIN
    EXECUTE $q$
    SELECT n.scheme, n.value, n.code FROM new_rows n
     WHERE NOT EXISTS (SELECT FROM registry.address_version v WHERE v.code = n.code OFFSET 0) LIMIT 1$q$ INTO wrong;
    IF wrong.code IS NOT NULL THEN
        RAISE EXCEPTION 'external id % % names the unknown code %', wrong.scheme, wrong.value, wrong.code
            USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'external_id_code_is_known';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER check_new_rows AFTER INSERT ON registry.external_id
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.check_new_external_ids();

-- ---------------------------------------------------------------------------------------------------------------
-- Map layers and their features

CREATE TABLE registry.layer (
    id            int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    collection    text COLLATE "C" NOT NULL UNIQUE CHECK (collection ~ '^[a-z][a-z0-9-]{0,50}$'),
    titles        jsonb   NOT NULL CHECK (jsonb_typeof(titles) = 'object'),
    geometry_type text    NOT NULL CHECK (geometry_type IN ('point', 'line', 'polygon', 'any', 'none')),
    fields        jsonb   NOT NULL CHECK (jsonb_typeof(fields) = 'array'),
    owner         text,
    access        text    NOT NULL DEFAULT 'open' CHECK (access IN ('open', 'restricted')),
    min_scale     double precision,
    max_scale     double precision,
    built_in      boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN registry.layer.fields IS 'The schema: [{name, type, titles, unit, codeList}] in order';

CREATE TABLE registry.plan (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    identifier      text COLLATE "C" NOT NULL UNIQUE,
    title           text NOT NULL,
    level           text NOT NULL,
    type            text NOT NULL,
    scheme          text NOT NULL,
    period_from     date,
    period_to       date,
    vision_year     int,
    decision_number text,
    decision_date   date,
    step            text NOT NULL CHECK (step IN ('elaboration', 'adoption', 'legalForce', 'obsolete')),
    supersedes      bigint REFERENCES registry.plan,
    CHECK (period_to IS NULL OR period_from < period_to)
);

CREATE SEQUENCE registry.feature_id;
CREATE TABLE registry.feature (
    layer       int    NOT NULL,
    id          bigint NOT NULL,
    version     int    NOT NULL CHECK (version > 0),
    valid_from  date   NOT NULL,
    valid_to    date,
    added       bigint NOT NULL,
    ended       bigint,
    plan        bigint,
    source      text COLLATE "C" NOT NULL,
    source_id   text COLLATE "C" NOT NULL,
    fingerprint bigint,
    import_run  bigint,
    row_number  bigint,
    attributes  jsonb NOT NULL CHECK (jsonb_typeof(attributes) = 'object'),
    shape       geometry(Geometry, ${storage_srid}),
    -- The layer comes last: in a partition it tells nothing, and an index that begins with it looks as good as any.
    PRIMARY KEY (id, version, valid_from, layer),
    CHECK (valid_to IS NULL OR valid_from < valid_to),
    CHECK (ended IS NULL OR added < ended)
) PARTITION BY LIST (layer);
COMMENT ON TABLE registry.feature IS 'The features of every layer; a layer is a partition with a spatial index of its own';
CREATE INDEX feature_shape ON registry.feature USING gist (shape);
CREATE UNIQUE INDEX feature_source ON registry.feature (source_id, source, valid_from, layer) WHERE ended IS NULL;
CREATE INDEX feature_plan ON registry.feature (plan) WHERE plan IS NOT NULL;

CREATE FUNCTION registry.make_layer_partition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TABLE registry.%I PARTITION OF registry.feature FOR VALUES IN (%s)',
                   'feature_' || replace(NEW.collection, '-', '_'), NEW.id);
    EXECUTE format('CREATE TRIGGER check_new_rows AFTER INSERT ON registry.%I REFERENCING NEW TABLE AS new_rows'
                   ' FOR EACH STATEMENT EXECUTE FUNCTION registry.check_new_features()',
                   'feature_' || replace(NEW.collection, '-', '_'));
    RETURN NULL;
END $$;

CREATE FUNCTION registry.check_new_features() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong record;
BEGIN
    EXECUTE $q$
    SELECT n.id, n.valid_from, n.valid_to
      FROM new_rows n CROSS JOIN LATERAL (
           SELECT v.ended FROM registry.feature v
            WHERE v.layer = n.layer AND v.id = n.id AND (v.version, v.valid_from) <> (n.version, n.valid_from)
              AND daterange(v.valid_from, v.valid_to) && daterange(n.valid_from, n.valid_to)
           OFFSET 0) other
     -- Asked here: inside, the planner would take the partial index of what is not ended for a tiny one.
     WHERE n.ended IS NULL AND other.ended IS NULL LIMIT 1$q$ INTO wrong;
    IF wrong.id IS NOT NULL THEN
        RAISE EXCEPTION 'feature % would have two states between % and %', wrong.id, wrong.valid_from, wrong.valid_to
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'feature_has_one_state_a_day';
    END IF;
    EXECUTE $q$
    SELECT n.id, n.plan FROM new_rows n
     WHERE n.plan IS NOT NULL AND NOT EXISTS (SELECT FROM registry.plan p WHERE p.id = n.plan) LIMIT 1$q$ INTO wrong;
    IF wrong.id IS NOT NULL THEN
        RAISE EXCEPTION 'feature % names plan %, which is unknown', wrong.id, wrong.plan
            USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'feature_plan_is_known';
    END IF;
    RETURN NULL;
END $$;
-- A statement's triggers are those of the table it names: rows may arrive through the parent or straight at a layer.
CREATE TRIGGER check_new_rows AFTER INSERT ON registry.feature
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.check_new_features();

CREATE TRIGGER make_partition AFTER INSERT ON registry.layer
    FOR EACH ROW EXECUTE FUNCTION registry.make_layer_partition();

CREATE INDEX feature_node_id ON registry.feature ((attributes ->> 'nodeId')) WHERE attributes ? 'nodeId';

INSERT INTO registry.layer (collection, titles, geometry_type, fields, built_in) VALUES
('zones', '{"en": "Land-use zones", "vi": "Quy hoạch sử dụng đất"}', 'polygon', '[
  {"name": "scheme", "type": "string"}, {"name": "code", "type": "string"}, {"name": "name", "type": "string"},
  {"name": "floorAreaRatio", "type": "number"}, {"name": "maxStoreys", "type": "integer"},
  {"name": "buildingDensity", "type": "number", "unit": "%"},
  {"name": "decisionNumber", "type": "string"}, {"name": "legalArea", "type": "number", "unit": "m2"}]', true),
('green-spaces', '{"en": "Green spaces", "vi": "Không gian xanh"}', 'polygon', '[
  {"name": "name", "type": "string"}, {"name": "type", "type": "string"}, {"name": "access", "type": "string"},
  {"name": "manager", "type": "string"}]', true),
('drainage-nodes', '{"en": "Drainage nodes", "vi": "Nút thoát nước"}', 'point', '[
  {"name": "nodeId", "type": "string"}, {"name": "type", "type": "string"},
  {"name": "groundLevel", "type": "number", "unit": "m"}, {"name": "invertLevel", "type": "number", "unit": "m"},
  {"name": "verticalDatum", "type": "string"}, {"name": "status", "type": "string"},
  {"name": "owner", "type": "string"}]', true),
('drainage-links', '{"en": "Drainage links", "vi": "Tuyến thoát nước"}', 'line', '[
  {"name": "linkId", "type": "string"}, {"name": "fromNode", "type": "string"}, {"name": "toNode", "type": "string"},
  {"name": "type", "type": "string"}, {"name": "system", "type": "string"}, {"name": "crossSection", "type": "string"},
  {"name": "diameter", "type": "number", "unit": "mm"}, {"name": "width", "type": "number", "unit": "mm"},
  {"name": "height", "type": "number", "unit": "mm"}, {"name": "material", "type": "string"},
  {"name": "roughness", "type": "number"}, {"name": "upstreamInvert", "type": "number", "unit": "m"},
  {"name": "downstreamInvert", "type": "number", "unit": "m"}, {"name": "length", "type": "number", "unit": "m"},
  {"name": "year", "type": "integer"}, {"name": "status", "type": "string"}, {"name": "owner", "type": "string"}]', true);

-- ---------------------------------------------------------------------------------------------------------------
-- Nothing is overwritten

CREATE FUNCTION registry.allow_only_ending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.ended IS NOT NULL OR NEW.ended IS NULL
       OR to_jsonb(NEW) - 'ended' <> to_jsonb(OLD) - 'ended' THEN
        RAISE EXCEPTION 'rows of % are never changed: end the row and add another', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION registry.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is not allowed: nothing in the register is overwritten', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER only_ending BEFORE UPDATE ON registry.address_version
    FOR EACH ROW EXECUTE FUNCTION registry.allow_only_ending();
CREATE TRIGGER only_ending BEFORE UPDATE ON registry.place_version
    FOR EACH ROW EXECUTE FUNCTION registry.allow_only_ending();
CREATE TRIGGER only_ending BEFORE UPDATE ON registry.feature
    FOR EACH ROW EXECUTE FUNCTION registry.allow_only_ending();
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON registry.address_version
    FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse();
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON registry.place_version
    FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse();
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON registry.feature
    FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse();
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON registry.external_id
    FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.change
    FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.succession
    FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse();
