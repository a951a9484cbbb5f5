-- Every act asks in which wards places lie. What is held of wards in memory holds until the places of the register
-- change: one number at the head of the log tells, which whoever writes reads anyway.

CREATE SEQUENCE registry.place_state;
ALTER TABLE registry.log_head ADD COLUMN place_state bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN registry.log_head.place_state
    IS 'Another number after each change of places; one that a rolled-back change has had is never given again';

CREATE FUNCTION registry.note_place_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE registry.log_head SET place_state = nextval('registry.place_state');
    RETURN NULL;
END $$;
CREATE TRIGGER note_state AFTER INSERT OR UPDATE ON registry.place_version
    FOR EACH STATEMENT EXECUTE FUNCTION registry.note_place_state();
CREATE TRIGGER note_state AFTER INSERT OR UPDATE ON registry.place_succession
    FOR EACH STATEMENT EXECUTE FUNCTION registry.note_place_state();
