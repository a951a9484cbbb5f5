-- What is wrong with a network or a coverage is wrong at a place: it can be shown on a map.

ALTER TABLE registry.import_issue ADD COLUMN place geometry(Geometry, ${storage_srid});
COMMENT ON COLUMN registry.import_issue.place IS 'Where it is; absent where the row as a whole is meant';
