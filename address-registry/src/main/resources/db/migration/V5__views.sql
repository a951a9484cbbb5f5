-- Views are derived from the truth and can be dropped at will. Their tables stand in a schema of their own and are made by
-- the create.sql beside the class of the view; only what they have come to is kept here.

CREATE SCHEMA view;

CREATE TABLE view.position (
    name       text PRIMARY KEY,
    seq        bigint NOT NULL CHECK (seq >= 0),
    definition text   NOT NULL
);
COMMENT ON COLUMN view.position.seq IS 'The last entry of the change log that the view contains';
COMMENT ON COLUMN view.position.definition IS 'Hash of the create.sql that made it: another one means that it is built anew';
