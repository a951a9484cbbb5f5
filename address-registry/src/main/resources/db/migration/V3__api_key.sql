-- The keys with which callers write. Only a hash is kept: a key is random enough that no slow hash is needed.

CREATE TABLE registry.api_key (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash    bytea       NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    role    text        NOT NULL CHECK (role IN ('reader', 'editor', 'admin')),
    wards   text[]      NOT NULL DEFAULT '{}',
    layers  text[]      NOT NULL DEFAULT '{}',
    label   text        NOT NULL DEFAULT '',
    created timestamptz NOT NULL DEFAULT now(),
    expires timestamptz,
    revoked timestamptz,
    CHECK (expires > created)
);
COMMENT ON COLUMN registry.api_key.hash IS 'SHA-256 of the key';
COMMENT ON COLUMN registry.api_key.wards IS 'Codes of the wards that it may write in; empty is all';
COMMENT ON COLUMN registry.api_key.layers IS 'Collections that it may write in, and read where they are restricted; empty is all';
