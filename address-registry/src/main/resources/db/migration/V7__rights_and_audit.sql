-- Who may do what, and the log of who did it and who tried to.

ALTER TABLE registry.api_key DROP CONSTRAINT api_key_role_check;
UPDATE registry.api_key SET role = 'administrator' WHERE role = 'admin';
ALTER TABLE registry.api_key ADD CONSTRAINT api_key_role_check
    CHECK (role IN ('reader', 'editor', 'approver', 'steward', 'administrator'));
ALTER TABLE registry.api_key ADD COLUMN kinds text[] NOT NULL DEFAULT '{}'
    CHECK (kinds <@ ARRAY['building', 'business', 'publicSpace']);
COMMENT ON COLUMN registry.api_key.kinds IS 'The kinds of address objects that it may write; see layers';
COMMENT ON COLUMN registry.api_key.layers IS
    'Collections that it may write, and read where they are restricted. Kinds and layers both empty: all of both';

-- ---------------------------------------------------------------------------------------------------------------
-- The audit log. The role of the service may read it and append to it by the one function below, and nothing else:
-- number, time and hash are the database's own. Each row's hash covers the row before it, so that a row that was
-- changed, taken out or slipped in by someone with more rights shows; `diachi verify` looks.

CREATE TABLE registry.audit (
    seq          bigint      PRIMARY KEY,
    at           timestamptz NOT NULL,
    outcome      text        NOT NULL CHECK (outcome IN ('done', 'denied')),
    actor        text        NOT NULL,
    origin       text        NOT NULL,
    act          text        NOT NULL,
    subject      text,
    why          text,
    first_change bigint,
    last_change  bigint,
    hash         bytea       NOT NULL,
    CHECK (first_change <= last_change)
);
COMMENT ON TABLE registry.audit IS 'Append-only: what was done to the register or its keys, and what was denied';
COMMENT ON COLUMN registry.audit.actor IS 'Who: a key, the bearer of a token, the operator, or nobody known';
COMMENT ON COLUMN registry.audit.origin IS 'The network address of the client, or "command line"';
COMMENT ON COLUMN registry.audit.act IS 'What: the acts with their numbers, or the request that was denied';
COMMENT ON COLUMN registry.audit.subject IS 'On what, where it was said; for acts that were done see the change log';
COMMENT ON COLUMN registry.audit.why IS 'Why it was denied, or the reason that the actor gave';
COMMENT ON COLUMN registry.audit.first_change IS 'The first of the entries of the change log that were written by it';
CREATE INDEX audit_at ON registry.audit USING brin (at);

CREATE TABLE registry.audit_head (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    seq      bigint NOT NULL,
    at       timestamptz NOT NULL,
    hash     bytea  NOT NULL
) WITH (fillfactor = 10);
INSERT INTO registry.audit_head (seq, at, hash) VALUES (0, now(), sha256(''));
COMMENT ON TABLE registry.audit_head IS 'The end of the audit log; its row lock keeps the chain in one line';

CREATE FUNCTION registry.audit_hash(previous bytea, entry registry.audit) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(previous || convert_to(jsonb_build_array(
               entry.seq, extract(epoch FROM entry.at), entry.outcome, entry.actor, entry.origin, entry.act,
               entry.subject, entry.why, entry.first_change, entry.last_change)::text, 'UTF8'))
$$;

CREATE FUNCTION registry.append_audit(
    outcome text, actor text, origin text, act text, subject text, why text, first_change bigint, last_change bigint
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = registry, pg_catalog, pg_temp AS $$
DECLARE
    head  registry.audit_head;
    entry registry.audit;
BEGIN
    SELECT * INTO STRICT head FROM registry.audit_head FOR UPDATE;
    entry := ROW(head.seq + 1, greatest(clock_timestamp(), head.at), outcome, actor, origin, act, subject, why,
                 first_change, last_change, NULL);
    entry.hash := registry.audit_hash(head.hash, entry);
    INSERT INTO registry.audit SELECT entry.*;
    UPDATE registry.audit_head SET seq = entry.seq, at = entry.at, hash = entry.hash;
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.audit
    FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse();

-- From here on every entry of the change log is covered by one of the audit log; those before are covered by this one.
SELECT registry.append_audit('done', 'migration', 'command line', 'begin', NULL, NULL, least(1, seq), seq)
  FROM registry.log_head;

-- The table of a new layer belongs to the owner of the schema, whoever adds the layer.
ALTER FUNCTION registry.make_layer_partition() SECURITY DEFINER SET search_path = registry, public, pg_temp;
