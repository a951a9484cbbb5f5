-- How far a plan is today is asked of the days of its steps (registry.plan_version): a copy of it was right only until the
-- next step began on a later day, since nobody acts at midnight.
ALTER TABLE registry.plan DROP COLUMN step;
