-- The checks of single acts, which are most of what an act costs while others wait for the head of the log: plans are
-- kept with the session instead of made anew for every row. Look-ups stay look-ups by key whatever the planner believes
-- of a young table: each is LATERAL with OFFSET 0, and those who write have told the session not to read whole tables.

CREATE OR REPLACE FUNCTION registry.check_new_address_versions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong record;
BEGIN
    SELECT n.code, n.valid_from, n.valid_to INTO wrong
      FROM new_rows n CROSS JOIN LATERAL (
           SELECT FROM registry.address_version v
            WHERE v.code = n.code AND v.ended IS NULL AND (v.version, v.valid_from) <> (n.version, n.valid_from)
              AND daterange(v.valid_from, v.valid_to) && daterange(n.valid_from, n.valid_to)
           OFFSET 0) other
     WHERE n.ended IS NULL LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'address % would have two states between % and %', wrong.code, wrong.valid_from, wrong.valid_to
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'address_has_one_state_a_day';
    END IF;
    SELECT n.code INTO wrong
      FROM new_rows n CROSS JOIN LATERAL (
           SELECT FROM registry.address_version v WHERE v.code = n.code AND v.kind <> n.kind OFFSET 0) other
     WHERE n.version > 1 LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'address % cannot change its kind', wrong.code
            USING ERRCODE = 'check_violation', CONSTRAINT = 'address_keeps_its_kind';
    END IF;
    SELECT n.code, n.ward INTO wrong
      FROM (SELECT DISTINCT ON (ward) code, ward FROM new_rows WHERE ward IS NOT NULL) n
     WHERE NOT EXISTS (SELECT FROM registry.place p WHERE p.id = n.ward) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'address % names ward %, which is not a place', wrong.code, wrong.ward
            USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'address_ward_is_a_place';
    END IF;
    SELECT n.code, n.located_at INTO wrong FROM new_rows n
     WHERE n.located_at IS NOT NULL
       AND NOT EXISTS (SELECT FROM registry.address_version v
                        WHERE v.code = n.located_at AND v.kind <> 'business' OFFSET 0)
     LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'address % is located at %, which is no building or public space', wrong.code, wrong.located_at
            USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'address_is_located_at_an_address';
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION registry.check_new_external_ids() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong record;
BEGIN
    SELECT n.scheme, n.value, n.code INTO wrong FROM new_rows n
     WHERE NOT EXISTS (SELECT FROM registry.address_version v WHERE v.code = n.code OFFSET 0) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'external id % % names the unknown code %', wrong.scheme, wrong.value, wrong.code
            USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'external_id_code_is_known';
    END IF;
    RETURN NULL;
END $$;

-- Compared as stored, byte by byte. As JSON, each geometry was transformed into text by way of its reference system.
CREATE OR REPLACE FUNCTION registry.allow_only_ending() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ended bigint := NEW.ended;
BEGIN
    NEW.ended := OLD.ended;
    IF OLD.ended IS NOT NULL OR ended IS NULL OR NEW *<> OLD THEN
        RAISE EXCEPTION 'rows of % are never changed: end the row and add another', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    NEW.ended := ended;
    RETURN NEW;
END $$;

-- In this language its plan is kept with the session.
CREATE OR REPLACE FUNCTION registry.audit_hash(previous bytea, entry registry.audit) RETURNS bytea
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN sha256(previous || convert_to(jsonb_build_array(
               entry.seq, extract(epoch FROM entry.at), entry.outcome, entry.actor, entry.origin, entry.act,
               entry.subject, entry.why, entry.first_change, entry.last_change)::text, 'UTF8'));
END $$;

-- Of columns that no condition names the planner needs to know nothing: gathering it was a third of an ANALYZE.
ALTER TABLE registry.address_version
    ALTER position SET STATISTICS 0, ALTER parts SET STATISTICS 0, ALTER details SET STATISTICS 0,
    ALTER method SET STATISTICS 0, ALTER accuracy SET STATISTICS 0;
