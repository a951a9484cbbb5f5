-- Whether any building has an entrance with an address of its own is asked for every batch that is registered: the GIN
-- index of the keys themselves cannot tell without reading all of them.
CREATE INDEX address_version_has_parts ON registry.address_version (code) WHERE part_keys IS NOT NULL;
