-- What there is and how good it is, in numbers: one run of all measures after the other. Derived, but kept: whether things
-- get better shows only in time.

CREATE TABLE registry.measure_run (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at   timestamptz NOT NULL DEFAULT now(),
    day  date        NOT NULL,
    seq  bigint      NOT NULL
);
COMMENT ON COLUMN registry.measure_run.day IS 'The day whose legal state was measured';
COMMENT ON COLUMN registry.measure_run.seq IS 'The last entry of the change log that counted';

CREATE TABLE registry.measure (
    run    bigint NOT NULL REFERENCES registry.measure_run,
    number int    NOT NULL,
    name   text   NOT NULL,
    layer  text   NOT NULL,
    ward   text,
    agency text,
    value  double precision NOT NULL,
    PRIMARY KEY (run, number)
);
