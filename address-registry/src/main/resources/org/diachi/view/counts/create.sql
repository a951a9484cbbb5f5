-- What is gained and lost on each day; ward 0 is outside all wards.
DROP TABLE IF EXISTS view.address_counts;
CREATE TABLE view.address_counts (
    ward   bigint NOT NULL,
    kind   text   NOT NULL,
    status text   NOT NULL,
    day    date   NOT NULL,
    gained bigint NOT NULL,
    PRIMARY KEY (ward, kind, status, day)
)
