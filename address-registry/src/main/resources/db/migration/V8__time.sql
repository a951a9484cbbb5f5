-- Who bore an id once, for look-ups at a past instant. An import ends few ids or none, so that it costs it nothing.
CREATE INDEX external_id_past ON registry.external_id (scheme, value) WHERE ended IS NOT NULL;

-- Answers to repeated requests are kept for a week; the oldest are found by this to be removed.
DROP INDEX registry.idempotency_created;
CREATE INDEX idempotency_created ON registry.idempotency (created);
