-- What the acts of the register need beside the truth itself: things held back as possible duplicates until an officer
-- has decided, and the answers to requests that may be sent twice.

CREATE TABLE registry.duplicate_case (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_key     text COLLATE "C" NOT NULL CHECK (case_key <> ''),
    kind         text   NOT NULL CHECK (kind IN ('building', 'business', 'publicSpace')),
    ward         bigint,
    registration jsonb  NOT NULL CHECK (jsonb_typeof(registration) = 'object'),
    candidates   jsonb  NOT NULL CHECK (jsonb_typeof(candidates) = 'array' AND jsonb_array_length(candidates) > 0),
    effective    date   NOT NULL,
    import_run   bigint,
    opened_by    text   NOT NULL,
    opened_at    timestamptz NOT NULL DEFAULT now(),
    state        text   NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'same', 'different', 'merged')),
    code         text COLLATE "C",
    resolved_by  text,
    resolved_at  timestamptz,
    reason       text,
    CHECK ((state = 'open') = (code IS NULL)),
    CHECK ((state = 'open') = (resolved_by IS NULL)),
    CHECK ((state = 'open') = (resolved_at IS NULL))
);
COMMENT ON TABLE registry.duplicate_case IS 'Registrations that were held back because they look like registered objects';
COMMENT ON COLUMN registry.duplicate_case.case_key IS 'The source row, or a hash of the content: the same again opens no second case';
COMMENT ON COLUMN registry.duplicate_case.registration IS 'What was to be registered; geometries as WKT in the storage CRS';
COMMENT ON COLUMN registry.duplicate_case.candidates IS '[{code, rule}]';
COMMENT ON COLUMN registry.duplicate_case.code IS 'The object that the thing turned out to be';
CREATE UNIQUE INDEX duplicate_case_open ON registry.duplicate_case (case_key) WHERE state = 'open';
CREATE INDEX duplicate_case_state ON registry.duplicate_case (state, id);

CREATE TABLE registry.idempotency (
    actor        text  NOT NULL,
    key          text COLLATE "C" NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    request_hash text COLLATE "C" NOT NULL,
    status       int   NOT NULL,
    headers      jsonb NOT NULL CHECK (jsonb_typeof(headers) = 'object'),
    body         text  NOT NULL,
    created      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (actor, key)
);
COMMENT ON TABLE registry.idempotency IS 'Answers to requests with an Idempotency-Key, written in the transaction of their acts';
CREATE INDEX idempotency_created ON registry.idempotency USING brin (created);
