/**
 * The PostgreSQL schema, in versions. Each entry takes the database from its index to the next and is never edited once
 * released. It only adds, so that servers of the version before go on working while a new one is rolled out; `oldest` says
 * which schema a program must know at least to go on beside it. Text is compared byte by byte, as in SQLite: keys and cursors
 * have one order everywhere. Indexes that serve look-ups begin with the name, those that
 * serve lists with the mode: a plan that was made while a table was empty then has no wrong index to choose.
 */
export interface Migration {
  readonly sql: string
  readonly oldest: number
}

const T = 'text COLLATE "C"'

export const MIGRATIONS: readonly Migration[] = [
  {
    oldest: 1,
    sql: `
  CREATE TABLE settings (test smallint NOT NULL, name ${T} NOT NULL, value ${T} NOT NULL, PRIMARY KEY (test, name));
  CREATE TABLE api_keys (public_key ${T} PRIMARY KEY, test smallint NOT NULL, secret_hash ${T} NOT NULL, tracking_hash ${T} NOT NULL,
    created_at bigint NOT NULL, revoked_at bigint);
  CREATE TABLE webhooks (test smallint NOT NULL, provider ${T} NOT NULL, tokens json NOT NULL, username ${T}, passwords json NOT NULL,
    secrets json NOT NULL, record_from json NOT NULL, currency ${T}, updated_at bigint NOT NULL, PRIMARY KEY (test, provider));

  CREATE TABLE admins (name ${T} PRIMARY KEY, hash ${T} NOT NULL, updated_at bigint NOT NULL);
  CREATE TABLE sessions (hash ${T} PRIMARY KEY, created_at bigint NOT NULL, seen_at bigint NOT NULL);
  CREATE TABLE attempts (key ${T} PRIMARY KEY, count bigint NOT NULL, at bigint NOT NULL, until bigint NOT NULL);

  CREATE TABLE groups (key ${T} PRIMARY KEY, test smallint NOT NULL, slug ${T} NOT NULL, name ${T} NOT NULL, destination ${T},
    features json NOT NULL, is_default smallint NOT NULL, archived smallint NOT NULL, created_at bigint NOT NULL, updated_at bigint NOT NULL, UNIQUE (slug, test));
  CREATE INDEX groups_created ON groups (test, created_at, key);
  CREATE TABLE partners (key ${T} PRIMARY KEY, test smallint NOT NULL, partner_key ${T} NOT NULL, email ${T} NOT NULL, first_name ${T},
    last_name ${T}, group_key ${T} NOT NULL REFERENCES groups (key), details json NOT NULL, token_hash ${T} UNIQUE,
    archived smallint NOT NULL, joined_at bigint NOT NULL, created_at bigint NOT NULL,
    updated_at bigint NOT NULL, UNIQUE (partner_key, test));
  CREATE INDEX partners_email ON partners (lower(email), test);
  CREATE INDEX partners_created ON partners (test, created_at, key);
  CREATE INDEX partners_updated ON partners (test, updated_at, key);
  CREATE INDEX partners_group ON partners (group_key, created_at, key);
  CREATE TABLE links (key ${T} PRIMARY KEY, test smallint NOT NULL, path ${T} NOT NULL UNIQUE, partner_key ${T} NOT NULL, destination ${T}, title ${T},
    created_at bigint NOT NULL, updated_at bigint NOT NULL, FOREIGN KEY (partner_key, test) REFERENCES partners (partner_key, test));
  CREATE INDEX links_partner ON links (partner_key, test, created_at, key);
  CREATE TABLE clicks (xid ${T} NOT NULL, test smallint NOT NULL, link_key ${T} NOT NULL, partner_key ${T} NOT NULL,
    counted smallint NOT NULL, used_by ${T}, created_at bigint NOT NULL, PRIMARY KEY (xid, created_at)) PARTITION BY RANGE (created_at);
  CREATE TABLE clicks_other PARTITION OF clicks DEFAULT;

  CREATE TABLE customers (key ${T} PRIMARY KEY, test smallint NOT NULL, customer_key ${T} NOT NULL, email ${T}, email_key ${T}, name ${T},
    partner_key ${T} NOT NULL, provider_key ${T}, source ${T} NOT NULL, confirmed smallint NOT NULL, flags json NOT NULL, flagged_at bigint, xid ${T}, meta json NOT NULL,
    archived smallint NOT NULL, paid_at bigint, created_at bigint NOT NULL, updated_at bigint NOT NULL, UNIQUE (customer_key, test),
    FOREIGN KEY (partner_key, test) REFERENCES partners (partner_key, test));
  CREATE INDEX customers_email ON customers (email_key, test) WHERE email_key IS NOT NULL;
  CREATE INDEX customers_created ON customers (test, created_at, key);
  CREATE INDEX customers_updated ON customers (test, updated_at, key);
  CREATE INDEX customers_partner ON customers (test, partner_key, created_at, key);
  CREATE INDEX customers_flagged ON customers (test, created_at, key) WHERE flagged_at IS NOT NULL;
  CREATE TABLE platform_ids (test smallint NOT NULL, id ${T} NOT NULL, provider ${T} NOT NULL, account ${T} NOT NULL,
    customer ${T} NOT NULL REFERENCES customers (key), at bigint NOT NULL, since bigint, PRIMARY KEY (id, provider, account, test));
  CREATE INDEX platform_ids_customer ON platform_ids (customer);
  CREATE TABLE waiting_ids (test smallint NOT NULL, id ${T} NOT NULL, provider ${T} NOT NULL, account ${T} NOT NULL,
    customer_key ${T} NOT NULL, at bigint NOT NULL, PRIMARY KEY (id, provider, account, test));
  CREATE INDEX waiting_ids_customer_key ON waiting_ids (customer_key, test);

  CREATE TABLE payments (key ${T} PRIMARY KEY, test smallint NOT NULL, state ${T} NOT NULL, source ${T} NOT NULL, account ${T} NOT NULL,
    source_key ${T} NOT NULL, given_key ${T}, customer ${T} CHECK (customer <> ''), partner_key ${T}, amount bigint NOT NULL,
    refunded bigint NOT NULL, currency ${T} NOT NULL, category_key ${T}, product_key ${T}, metadata json NOT NULL, approved smallint NOT NULL,
    archived ${T}, replaced_by ${T}, page ${T}, evidence json, intent ${T}, whole ${T}, created_at bigint NOT NULL,
    updated_at bigint NOT NULL, CHECK ((state = 'recorded') = (customer IS NOT NULL)));
  CREATE UNIQUE INDEX payments_identity ON payments (source_key, source, account, test);
  CREATE UNIQUE INDEX payments_given_key ON payments (given_key, test) WHERE given_key IS NOT NULL;
  CREATE INDEX payments_created ON payments (test, created_at, key) WHERE state = 'recorded';
  CREATE INDEX payments_updated ON payments (test, updated_at, key) WHERE state = 'recorded';
  CREATE INDEX payments_customer ON payments (customer, created_at, key) WHERE customer IS NOT NULL;
  CREATE INDEX payments_partner ON payments (test, partner_key, created_at, key) WHERE state = 'recorded';
  CREATE INDEX payments_unconfirmed ON payments (customer) WHERE source = 'script' AND approved = 0 AND archived IS NULL;
  CREATE INDEX payments_intent ON payments (intent, test) WHERE intent IS NOT NULL;
  CREATE INDEX payments_whole ON payments (whole, test) WHERE whole IS NOT NULL;
  CREATE INDEX payments_unrecorded ON payments (test, updated_at) WHERE state <> 'recorded';
  CREATE TABLE waits (test smallint NOT NULL, hint ${T} NOT NULL, payment ${T} NOT NULL REFERENCES payments (key),
    PRIMARY KEY (hint, payment, test));
  CREATE INDEX waits_payment ON waits (payment);
  CREATE TABLE ties (test smallint NOT NULL, part ${T} NOT NULL, provider ${T} NOT NULL, account ${T} NOT NULL, whole ${T} NOT NULL,
    PRIMARY KEY (part, provider, account, test));
  CREATE INDEX ties_whole ON ties (whole, test);
  CREATE TABLE subscriptions (key ${T} PRIMARY KEY, test smallint NOT NULL, provider ${T} NOT NULL, account ${T} NOT NULL, id ${T} NOT NULL,
    platform_customer ${T}, customer_key ${T}, status ${T} NOT NULL, deleted smallint NOT NULL, plan_key ${T}, quantity bigint, amount bigint,
    currency ${T}, current_period_end bigint, cancelled_at bigint, at bigint NOT NULL, created_at bigint NOT NULL,
    updated_at bigint NOT NULL, UNIQUE (id, provider, account, test));
  CREATE INDEX subscriptions_customer ON subscriptions (platform_customer, test) WHERE platform_customer IS NOT NULL;
  CREATE INDEX subscriptions_customer_key ON subscriptions (customer_key, test) WHERE customer_key IS NOT NULL;

  CREATE TABLE deliveries (key ${T} NOT NULL, test smallint NOT NULL, provider ${T} NOT NULL, account ${T} NOT NULL, event_id ${T} NOT NULL,
    type ${T} NOT NULL, state ${T} NOT NULL, reason ${T} NOT NULL, attempts bigint NOT NULL, changed json NOT NULL, waiting_on ${T}, subject ${T},
    headers json NOT NULL, received_at bigint NOT NULL, updated_at bigint NOT NULL, body bytea NOT NULL, PRIMARY KEY (key, received_at))
    PARTITION BY RANGE (received_at);
  CREATE TABLE deliveries_other PARTITION OF deliveries DEFAULT;
  CREATE UNIQUE INDEX deliveries_other_event ON deliveries_other (event_id, provider, account, test);
  CREATE INDEX deliveries_waiting ON deliveries (waiting_on) WHERE waiting_on IS NOT NULL;
  CREATE INDEX deliveries_subject ON deliveries (subject) WHERE subject IS NOT NULL;
  CREATE INDEX deliveries_received ON deliveries (test, received_at, key);
  CREATE INDEX deliveries_failed ON deliveries (key) WHERE state = 'failed';
  CREATE TABLE audit (key ${T} PRIMARY KEY, test smallint NOT NULL, at bigint NOT NULL, actor ${T} NOT NULL, action ${T} NOT NULL,
    subject ${T} NOT NULL, detail json NOT NULL);
  CREATE INDEX audit_mode ON audit (test, key);
  CREATE INDEX audit_subject ON audit (subject, key);

  CREATE TABLE rollups (test smallint NOT NULL, span bigint NOT NULL, at bigint NOT NULL, partner_key ${T} NOT NULL, currency ${T} NOT NULL,
    clicks bigint NOT NULL, signups bigint NOT NULL, paying bigint NOT NULL, payments bigint NOT NULL, revenue bigint NOT NULL,
    refunds bigint NOT NULL, rewards bigint NOT NULL, PRIMARY KEY (test, span, at, partner_key, currency)) WITH (fillfactor = 70);
  CREATE INDEX rollups_partner ON rollups (test, partner_key, at) WHERE span = 1440;

  CREATE TABLE triggers (key ${T} PRIMARY KEY, test smallint NOT NULL, name ${T} NOT NULL, event ${T} NOT NULL, conditions json NOT NULL,
    rate json NOT NULL, archived smallint NOT NULL, created_at bigint NOT NULL, updated_at bigint NOT NULL);
  CREATE INDEX triggers_created ON triggers (test, created_at, key);
  CREATE TABLE actions (key ${T} PRIMARY KEY, test smallint NOT NULL, external_key ${T}, target_type ${T} NOT NULL,
    customer ${T} REFERENCES customers (key), partner_key ${T} NOT NULL, type ${T} NOT NULL, value bigint NOT NULL, archived smallint NOT NULL,
    created_at bigint NOT NULL, updated_at bigint NOT NULL);
  CREATE UNIQUE INDEX actions_external_key ON actions (external_key, test) WHERE external_key IS NOT NULL;
  CREATE INDEX actions_created ON actions (test, created_at, key);
  CREATE INDEX actions_updated ON actions (test, updated_at, key);
  CREATE INDEX actions_partner ON actions (test, partner_key, created_at, key);
  CREATE INDEX actions_customer ON actions (customer, created_at, key) WHERE customer IS NOT NULL;
  CREATE TABLE prospects (key ${T} PRIMARY KEY, test smallint NOT NULL, kind ${T} NOT NULL, partner_key ${T}, group_key ${T}, external_key ${T},
    data json NOT NULL, customer ${T}, archived smallint NOT NULL, created_at bigint NOT NULL, updated_at bigint NOT NULL);
  CREATE UNIQUE INDEX prospects_external_key ON prospects (external_key, kind, test) WHERE external_key IS NOT NULL;
  CREATE INDEX prospects_created ON prospects (test, kind, created_at, key);
  CREATE INDEX prospects_updated ON prospects (test, kind, updated_at, key);
  CREATE INDEX prospects_partner ON prospects (test, kind, partner_key, created_at, key) WHERE partner_key IS NOT NULL;
  CREATE TABLE rewards (key ${T} PRIMARY KEY, test smallint NOT NULL, partner_key ${T} NOT NULL, customer ${T}, payment ${T}, action ${T}, trigger_key ${T},
    cause ${T} NOT NULL, part bigint NOT NULL, rate json, first_amount bigint NOT NULL, amount bigint NOT NULL, currency ${T} NOT NULL, description ${T},
    source ${T} NOT NULL, status ${T} NOT NULL, holds json NOT NULL, hold_until bigint, archived smallint NOT NULL, created_at bigint NOT NULL,
    updated_at bigint NOT NULL);
  CREATE UNIQUE INDEX rewards_cause ON rewards (cause, trigger_key, part);
  CREATE INDEX rewards_created ON rewards (test, created_at, key);
  CREATE INDEX rewards_updated ON rewards (test, updated_at, key);
  CREATE INDEX rewards_partner ON rewards (test, partner_key, created_at, key);
  CREATE INDEX rewards_due ON rewards (test, hold_until) WHERE status = 'hold' AND hold_until IS NOT NULL;
  CREATE INDEX rewards_unpaid ON rewards (test, status, created_at, key) WHERE status <> 'paid';
  CREATE INDEX rewards_given ON rewards (payment) WHERE trigger_key IS NULL AND payment IS NOT NULL;
  CREATE INDEX rewards_given_to ON rewards (customer) WHERE trigger_key IS NULL AND customer IS NOT NULL;

  CREATE TABLE hooks (key ${T} PRIMARY KEY, test smallint NOT NULL, style ${T} NOT NULL, target ${T} NOT NULL, events json NOT NULL, secrets json NOT NULL,
    enabled smallint NOT NULL, disabled_reason ${T}, failing_since bigint, created_at bigint NOT NULL, updated_at bigint NOT NULL);
  CREATE INDEX hooks_created ON hooks (test, created_at, key);
  CREATE TABLE messages (key ${T} PRIMARY KEY, test smallint NOT NULL, event ${T} NOT NULL, subject ${T} NOT NULL, data json NOT NULL,
    created_at bigint NOT NULL);
  CREATE INDEX messages_created ON messages (test, created_at);
  CREATE TABLE sends (message ${T} NOT NULL, hook ${T} NOT NULL, test smallint NOT NULL, state ${T} NOT NULL, attempts bigint NOT NULL, next_at bigint,
    last_at bigint, last_status bigint, last_error ${T}, created_at bigint NOT NULL, PRIMARY KEY (message, hook));
  CREATE INDEX sends_due ON sends (hook, next_at, message) WHERE next_at IS NOT NULL;
  CREATE INDEX sends_log ON sends (hook, state, message);
  CREATE TABLE idempotency (id ${T} PRIMARY KEY, test smallint NOT NULL, request ${T} NOT NULL, receipt json, created_at bigint NOT NULL);
  CREATE INDEX idempotency_created ON idempotency (created_at);

  CREATE TABLE imports (key ${T} PRIMARY KEY, test smallint NOT NULL, type ${T} NOT NULL, state ${T} NOT NULL, total bigint NOT NULL,
    created bigint NOT NULL, updated bigint NOT NULL, unchanged bigint NOT NULL, failed bigint NOT NULL, worked bigint NOT NULL,
    line bigint NOT NULL, bytes bigint NOT NULL, size bigint NOT NULL, sha256 ${T} NOT NULL, file_name ${T}, layout json NOT NULL,
    options json NOT NULL, actor ${T} NOT NULL, claim ${T}, reason ${T}, started_at bigint, finished_at bigint, created_at bigint NOT NULL,
    updated_at bigint NOT NULL);
  CREATE INDEX imports_created ON imports (test, created_at, key);
  CREATE INDEX imports_updated ON imports (test, updated_at, key);
  CREATE INDEX imports_idle ON imports (key) WHERE state IN ('queued', 'running');
  CREATE TABLE import_errors (import_key ${T} NOT NULL, test smallint NOT NULL, line bigint NOT NULL, no bigint NOT NULL, column_name ${T},
    reason ${T} NOT NULL, raw ${T} NOT NULL, PRIMARY KEY (import_key, line, no));
  CREATE TABLE import_pieces (import_key ${T} NOT NULL, no bigint NOT NULL, bytes bytea NOT NULL, PRIMARY KEY (import_key, no));

  DO $$ BEGIN
    ALTER TABLE deliveries ALTER COLUMN body SET COMPRESSION lz4;
    ALTER TABLE deliveries_other ALTER COLUMN body SET COMPRESSION lz4;
  EXCEPTION WHEN feature_not_supported OR syntax_error OR invalid_parameter_value THEN
    RAISE NOTICE 'This server has no lz4: bodies are kept in its own compression.';
  END $$;
  `,
  },
  {
    oldest: 1,
    sql: `
  CREATE TABLE sightings (key ${T} PRIMARY KEY, kind ${T} NOT NULL, scope ${T}, source ${T} NOT NULL, reason ${T}, at bigint NOT NULL);
  `,
  },
  { oldest: 1, sql: 'ALTER TABLE customers ADD COLUMN erased_at bigint;' },
  {
    oldest: 1,
    sql: `
  CREATE TABLE sums (test smallint NOT NULL, span bigint NOT NULL, at bigint NOT NULL, partner_key ${T} NOT NULL, currency ${T} NOT NULL,
    clicks bigint NOT NULL DEFAULT 0, signups bigint NOT NULL DEFAULT 0, paying bigint NOT NULL DEFAULT 0, payments bigint NOT NULL DEFAULT 0,
    revenue bigint NOT NULL DEFAULT 0, refunds bigint NOT NULL DEFAULT 0, rewards bigint NOT NULL DEFAULT 0, listed bigint NOT NULL DEFAULT 0,
    listed_amount bigint NOT NULL DEFAULT 0, listed_refunded bigint NOT NULL DEFAULT 0, hold_rewards bigint NOT NULL DEFAULT 0,
    hold_amount bigint NOT NULL DEFAULT 0, pending_rewards bigint NOT NULL DEFAULT 0, pending_amount bigint NOT NULL DEFAULT 0,
    approved_rewards bigint NOT NULL DEFAULT 0, approved_amount bigint NOT NULL DEFAULT 0, paid_rewards bigint NOT NULL DEFAULT 0,
    paid_amount bigint NOT NULL DEFAULT 0, declined_rewards bigint NOT NULL DEFAULT 0, declined_amount bigint NOT NULL DEFAULT 0, PRIMARY KEY (test, span, at, partner_key, currency)) WITH (fillfactor = 70);
  CREATE INDEX sums_partner ON sums (partner_key, test, at) WHERE span = 23040;
  CREATE TABLE sum_marks (test smallint PRIMARY KEY, next_at bigint, until_at bigint NOT NULL);
  INSERT INTO sum_marks SELECT test, NULL, 0 FROM generate_series(0, 1) AS test
    WHERE NOT EXISTS (SELECT FROM rollups) AND NOT EXISTS (SELECT FROM payments) AND NOT EXISTS (SELECT FROM rewards);

  CREATE FUNCTION sums_missed() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$ BEGIN
    IF current_setting('partnerstack.sums', true) IS DISTINCT FROM 'on' THEN DELETE FROM sum_marks; END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER sums_missed AFTER INSERT OR UPDATE OR DELETE ON rollups FOR EACH STATEMENT EXECUTE FUNCTION sums_missed();
  CREATE TRIGGER sums_missed AFTER INSERT OR UPDATE OR DELETE ON rewards FOR EACH STATEMENT EXECUTE FUNCTION sums_missed();
  CREATE TRIGGER sums_missed AFTER INSERT OR UPDATE OR DELETE ON payments FOR EACH STATEMENT EXECUTE FUNCTION sums_missed();

  CREATE INDEX deliveries_seen ON deliveries (test, received_at, key, provider, state);
  DROP INDEX deliveries_received;
  CREATE INDEX rewards_listed ON rewards (test, created_at, key, currency);
  DROP INDEX rewards_created;
  `,
  },
]
