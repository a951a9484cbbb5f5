-- What the role of the service may do, if it is another one than the owner's. This runs after every migration, so that
-- new tables are covered, and a role that is named for the first time gets its rights.
--
-- It may add to everything and change what is meant to change; it may never delete from the truth, and it can only
-- read the logs and append to them. The tables of views are its own: they are derived, and rebuilt at will.

DO $$
DECLARE
    service text := '${service_role}';
    derived record;
BEGIN
    IF service = current_user THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('diachi rights of the service'));
    EXECUTE format('GRANT USAGE ON SCHEMA registry TO %I', service);
    EXECUTE format('GRANT USAGE, CREATE ON SCHEMA view TO %I', service);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA registry TO %I', service);
    EXECUTE format('GRANT DELETE ON registry.import_run, registry.import_issue, registry.duplicate_case,'
                   ' registry.idempotency TO %I', service);
    EXECUTE format('GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA registry TO %I', service);
    EXECUTE format('REVOKE UPDATE ON registry.change, registry.succession, registry.city FROM %I', service);
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON registry.audit, registry.audit_head,'
                   ' registry.flyway_schema_history FROM %I', service);
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA registry GRANT SELECT, INSERT, UPDATE ON TABLES TO %I', service);
    FOR derived IN
        SELECT c.oid::regclass AS name FROM pg_class c
         WHERE c.relnamespace = 'view'::regnamespace AND c.relkind IN ('r', 'v', 'm')
           AND pg_get_userbyid(c.relowner) <> service
    LOOP
        EXECUTE format('ALTER TABLE %s OWNER TO %I', derived.name, service);
    END LOOP;
    FOR derived IN
        SELECT p.oid::regprocedure AS name FROM pg_proc p
         WHERE p.pronamespace = 'view'::regnamespace AND pg_get_userbyid(p.proowner) <> service
    LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO %I', derived.name, service);
    END LOOP;
END $$;
