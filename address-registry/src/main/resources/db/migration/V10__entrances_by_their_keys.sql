-- The index that tells whether there is any entrance must not be taken for one that finds entrances: while there are
-- none it looks cheaper than the index of their keys, and a plan made then is kept when there are many. No condition on
-- keys implies this predicate.
DROP INDEX registry.address_version_has_parts;
CREATE INDEX address_version_has_parts ON registry.address_version (code) WHERE cardinality(part_keys) > 0;
