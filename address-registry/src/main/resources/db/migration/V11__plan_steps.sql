-- What becomes of plans of land use, on both time axes: registry.plan says what a plan is, registry.plan_version how far
-- it has come on which days and by which decision.

CREATE TABLE registry.plan_version (
    plan            bigint NOT NULL REFERENCES registry.plan,
    version         int    NOT NULL CHECK (version > 0),
    valid_from      date   NOT NULL,
    valid_to        date,
    added           bigint NOT NULL,
    ended           bigint,
    step            text   NOT NULL CHECK (step IN ('elaboration', 'adoption', 'legalForce', 'obsolete')),
    decision_number text,
    decision_date   date,
    document        text,
    supersedes      bigint REFERENCES registry.plan,
    PRIMARY KEY (plan, version, valid_from),
    CHECK (valid_to IS NULL OR valid_from < valid_to),
    CHECK (ended IS NULL OR added < ended),
    CHECK (supersedes <> plan)
);
COMMENT ON TABLE registry.plan_version IS 'The process step of each plan on each day, as believed after each entry of the change log';
COMMENT ON COLUMN registry.plan_version.document IS 'The legal document of the decision: an address or a reference';
COMMENT ON COLUMN registry.plan_version.supersedes IS 'The plan that became obsolete when this one got its legal force';
ALTER TABLE registry.plan_version ADD CONSTRAINT plan_has_one_step_a_day
    EXCLUDE USING gist (plan WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (ended IS NULL);

COMMENT ON COLUMN registry.plan.step IS 'On the day of the last act on the plan; registry.plan_version has the step of each day';
COMMENT ON COLUMN registry.plan.decision_number IS 'As the plan was first told of; see registry.plan_version';
COMMENT ON COLUMN registry.plan.decision_date IS 'As the plan was first told of; see registry.plan_version';
COMMENT ON COLUMN registry.plan.supersedes IS 'As the plan was first told of; see registry.plan_version';

-- Plans entered before today have no entry in the log: they are believed from its beginning on.
INSERT INTO registry.plan_version (plan, version, valid_from, added, step, decision_number, decision_date, supersedes)
SELECT id, 1, coalesce(decision_date, DATE '0001-01-01'), 0, step, decision_number, decision_date, supersedes
  FROM registry.plan;

CREATE TRIGGER only_ending BEFORE UPDATE ON registry.plan_version
    FOR EACH ROW EXECUTE FUNCTION registry.allow_only_ending();
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON registry.plan_version
    FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse();

CREATE VIEW registry.draft_plan AS
SELECT plan FROM registry.plan_version
 WHERE ended IS NULL AND step = 'elaboration'
   AND valid_from <= current_date AND (valid_to IS NULL OR valid_to > current_date);
COMMENT ON VIEW registry.draft_plan IS 'Plans that are being drafted at present: their features are shown only to those entitled';
