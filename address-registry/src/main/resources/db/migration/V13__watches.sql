-- Who wants to be told of what: an area or a code of an address object; and what there is to tell.

CREATE TABLE registry.watch (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner     text        NOT NULL,
    label     text        NOT NULL,
    code      text COLLATE "C",
    area      geometry(Geometry, ${storage_srid}),
    since     bigint      NOT NULL,
    created   timestamptz NOT NULL DEFAULT now(),
    removed   timestamptz,
    url       text,
    secret    bytea,
    delivered bigint      NOT NULL DEFAULT 0,
    attempts  int         NOT NULL DEFAULT 0,
    due       timestamptz NOT NULL DEFAULT now(),
    failure   text,
    CHECK ((code IS NULL) <> (area IS NULL)),
    CHECK ((url IS NULL) = (secret IS NULL))
);
COMMENT ON COLUMN registry.watch.owner IS 'The key or the bearer of a token that made it: nobody else is told of it';
COMMENT ON COLUMN registry.watch.since IS 'The last entry of the change log that is not told of';
COMMENT ON COLUMN registry.watch.secret IS 'Signs what is sent to the address; given out once';
COMMENT ON COLUMN registry.watch.delivered IS 'The last event that the address has taken';
COMMENT ON COLUMN registry.watch.attempts IS 'How often in a row the address has failed';
COMMENT ON COLUMN registry.watch.due IS 'Not to be tried before';
CREATE INDEX watch_owner ON registry.watch (owner) WHERE removed IS NULL;

CREATE TABLE registry.watch_event (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    watch  bigint      NOT NULL REFERENCES registry.watch,
    seq    bigint      NOT NULL,
    at     timestamptz NOT NULL,
    kind   text        NOT NULL CHECK (kind IN ('change', 'conflict')),
    detail jsonb       NOT NULL
);
CREATE INDEX watch_event_of_watch ON registry.watch_event (watch, number);

CREATE TABLE registry.watch_head (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    seq      bigint NOT NULL
);
INSERT INTO registry.watch_head (seq) SELECT seq FROM registry.log_head;
COMMENT ON TABLE registry.watch_head IS 'The last entry of the change log that all watches were compared with; one node at a time locks it';
