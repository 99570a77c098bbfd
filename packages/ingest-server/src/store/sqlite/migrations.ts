/**
 * The SQLite schema, in versions. Each entry takes the file from its index to the next and is never edited once released;
 * `user_version` holds how many were applied. Tables whose rows are small and read by their whole key have no rowid: one
 * tree to touch instead of two.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE settings (test INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (test, name)) STRICT, WITHOUT ROWID;
  CREATE TABLE api_keys (public_key TEXT PRIMARY KEY, test INTEGER NOT NULL, secret_hash TEXT NOT NULL, tracking_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL, revoked_at INTEGER) STRICT, WITHOUT ROWID;
  CREATE TABLE webhooks (test INTEGER NOT NULL, provider TEXT NOT NULL, tokens TEXT NOT NULL, username TEXT, passwords TEXT NOT NULL,
    secrets TEXT NOT NULL, record_from TEXT NOT NULL, currency TEXT, updated_at INTEGER NOT NULL, PRIMARY KEY (test, provider)) STRICT;

  CREATE TABLE admins (name TEXT PRIMARY KEY, hash TEXT NOT NULL, updated_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE sessions (hash TEXT PRIMARY KEY, created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE attempts (key TEXT PRIMARY KEY, count INTEGER NOT NULL, at INTEGER NOT NULL, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE groups (key TEXT PRIMARY KEY, test INTEGER NOT NULL, slug TEXT NOT NULL, name TEXT NOT NULL, destination TEXT,
    features TEXT NOT NULL, is_default INTEGER NOT NULL, archived INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, UNIQUE (test, slug)) STRICT;
  CREATE INDEX groups_created ON groups (test, created_at, key);
  CREATE TABLE partners (key TEXT PRIMARY KEY, test INTEGER NOT NULL, partner_key TEXT NOT NULL, email TEXT NOT NULL COLLATE NOCASE, first_name TEXT,
    last_name TEXT, group_key TEXT NOT NULL REFERENCES groups (key), details TEXT NOT NULL, token_hash TEXT UNIQUE,
    archived INTEGER NOT NULL, joined_at INTEGER NOT NULL, created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL, UNIQUE (test, partner_key)) STRICT;
  CREATE INDEX partners_email ON partners (test, email);
  CREATE INDEX partners_created ON partners (test, created_at, key);
  CREATE INDEX partners_updated ON partners (test, updated_at, key);
  CREATE INDEX partners_group ON partners (group_key, created_at, key);
  CREATE TABLE links (key TEXT PRIMARY KEY, test INTEGER NOT NULL, path TEXT NOT NULL UNIQUE, partner_key TEXT NOT NULL, destination TEXT, title TEXT,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, FOREIGN KEY (test, partner_key) REFERENCES partners (test, partner_key)) STRICT;
  CREATE INDEX links_partner ON links (test, partner_key, created_at, key);
  CREATE TABLE clicks (xid TEXT PRIMARY KEY, test INTEGER NOT NULL, link_key TEXT NOT NULL, partner_key TEXT NOT NULL,
    counted INTEGER NOT NULL, used_by TEXT, created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE customers (key TEXT PRIMARY KEY, test INTEGER NOT NULL, customer_key TEXT NOT NULL, email TEXT, email_key TEXT, name TEXT,
    partner_key TEXT NOT NULL, provider_key TEXT, source TEXT NOT NULL, confirmed INTEGER NOT NULL, flags TEXT NOT NULL, flagged_at INTEGER, xid TEXT, meta TEXT NOT NULL,
    archived INTEGER NOT NULL, paid_at INTEGER, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, UNIQUE (test, customer_key),
    FOREIGN KEY (test, partner_key) REFERENCES partners (test, partner_key)) STRICT;
  CREATE INDEX customers_email ON customers (test, email_key) WHERE email_key IS NOT NULL;
  CREATE INDEX customers_created ON customers (test, created_at, key);
  CREATE INDEX customers_updated ON customers (test, updated_at, key);
  CREATE INDEX customers_partner ON customers (test, partner_key, created_at, key);
  CREATE INDEX customers_flagged ON customers (test, created_at, key) WHERE flagged_at IS NOT NULL;
  CREATE TABLE platform_ids (test INTEGER NOT NULL, id TEXT NOT NULL, provider TEXT NOT NULL, account TEXT NOT NULL,
    customer TEXT NOT NULL REFERENCES customers (key), at INTEGER NOT NULL, since INTEGER,
    PRIMARY KEY (test, id, provider, account)) STRICT, WITHOUT ROWID;
  CREATE INDEX platform_ids_customer ON platform_ids (customer);
  CREATE TABLE waiting_ids (test INTEGER NOT NULL, id TEXT NOT NULL, provider TEXT NOT NULL, account TEXT NOT NULL,
    customer_key TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (test, id, provider, account)) STRICT, WITHOUT ROWID;
  CREATE INDEX waiting_ids_customer_key ON waiting_ids (test, customer_key);

  CREATE TABLE payments (key TEXT PRIMARY KEY, test INTEGER NOT NULL, state TEXT NOT NULL, source TEXT NOT NULL, account TEXT NOT NULL,
    source_key TEXT NOT NULL, given_key TEXT, customer TEXT REFERENCES customers (key), partner_key TEXT, amount INTEGER NOT NULL,
    refunded INTEGER NOT NULL, currency TEXT NOT NULL, category_key TEXT, product_key TEXT, metadata TEXT NOT NULL, approved INTEGER NOT NULL,
    archived TEXT, replaced_by TEXT, page TEXT, evidence TEXT, intent TEXT, whole TEXT, created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL, CHECK ((state = 'recorded') = (customer IS NOT NULL))) STRICT;
  CREATE UNIQUE INDEX payments_identity ON payments (test, source_key, source, account);
  CREATE UNIQUE INDEX payments_given_key ON payments (test, given_key) WHERE given_key IS NOT NULL;
  CREATE INDEX payments_created ON payments (test, created_at, key) WHERE state = 'recorded';
  CREATE INDEX payments_updated ON payments (test, updated_at, key) WHERE state = 'recorded';
  CREATE INDEX payments_customer ON payments (customer, created_at, key) WHERE customer IS NOT NULL;
  CREATE INDEX payments_partner ON payments (test, partner_key, created_at, key) WHERE state = 'recorded';
  CREATE INDEX payments_unconfirmed ON payments (customer) WHERE source = 'script' AND approved = 0 AND archived IS NULL;
  CREATE INDEX payments_intent ON payments (test, intent) WHERE intent IS NOT NULL;
  CREATE INDEX payments_whole ON payments (test, whole) WHERE whole IS NOT NULL;
  CREATE INDEX payments_unrecorded ON payments (test, updated_at) WHERE state <> 'recorded';
  CREATE TABLE waits (test INTEGER NOT NULL, hint TEXT NOT NULL, payment TEXT NOT NULL REFERENCES payments (key),
    PRIMARY KEY (test, hint, payment)) STRICT, WITHOUT ROWID;
  CREATE INDEX waits_payment ON waits (payment);
  CREATE TABLE ties (test INTEGER NOT NULL, part TEXT NOT NULL, provider TEXT NOT NULL, account TEXT NOT NULL, whole TEXT NOT NULL,
    PRIMARY KEY (test, part, provider, account)) STRICT, WITHOUT ROWID;
  CREATE INDEX ties_whole ON ties (test, whole);
  CREATE TABLE subscriptions (key TEXT PRIMARY KEY, test INTEGER NOT NULL, provider TEXT NOT NULL, account TEXT NOT NULL, id TEXT NOT NULL,
    platform_customer TEXT, customer_key TEXT, status TEXT NOT NULL, deleted INTEGER NOT NULL, plan_key TEXT, quantity INTEGER, amount INTEGER,
    currency TEXT, current_period_end INTEGER, cancelled_at INTEGER, at INTEGER NOT NULL, created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL, UNIQUE (test, id, provider, account)) STRICT;
  CREATE INDEX subscriptions_customer ON subscriptions (test, platform_customer) WHERE platform_customer IS NOT NULL;
  CREATE INDEX subscriptions_customer_key ON subscriptions (test, customer_key) WHERE customer_key IS NOT NULL;

  CREATE TABLE deliveries (key TEXT PRIMARY KEY, test INTEGER NOT NULL, provider TEXT NOT NULL, account TEXT NOT NULL, event_id TEXT NOT NULL,
    type TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, attempts INTEGER NOT NULL, changed TEXT NOT NULL, waiting_on TEXT, subject TEXT,
    headers TEXT NOT NULL, received_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
  CREATE UNIQUE INDEX deliveries_event ON deliveries (test, event_id, provider, account);
  CREATE INDEX deliveries_waiting ON deliveries (waiting_on) WHERE waiting_on IS NOT NULL;
  CREATE INDEX deliveries_subject ON deliveries (subject) WHERE subject IS NOT NULL;
  CREATE INDEX deliveries_received ON deliveries (test, received_at, key);
  CREATE INDEX deliveries_failed ON deliveries (key) WHERE state = 'failed';
  CREATE TABLE audit (key TEXT PRIMARY KEY, test INTEGER NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
    subject TEXT NOT NULL, detail TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX audit_mode ON audit (test, key);
  CREATE INDEX audit_subject ON audit (subject, key);

  CREATE TABLE rollups (test INTEGER NOT NULL, span INTEGER NOT NULL, at INTEGER NOT NULL, partner_key TEXT NOT NULL, currency TEXT NOT NULL,
    clicks INTEGER NOT NULL, signups INTEGER NOT NULL, paying INTEGER NOT NULL, payments INTEGER NOT NULL, revenue INTEGER NOT NULL,
    refunds INTEGER NOT NULL, rewards INTEGER NOT NULL, PRIMARY KEY (test, span, at, partner_key, currency)) STRICT, WITHOUT ROWID;
  CREATE INDEX rollups_partner ON rollups (test, partner_key, at) WHERE span = 1440;

  CREATE TABLE triggers (key TEXT PRIMARY KEY, test INTEGER NOT NULL, name TEXT NOT NULL, event TEXT NOT NULL, conditions TEXT NOT NULL,
    rate TEXT NOT NULL, archived INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL) STRICT;
  CREATE INDEX triggers_created ON triggers (test, created_at, key);
  CREATE TABLE actions (key TEXT PRIMARY KEY, test INTEGER NOT NULL, external_key TEXT, target_type TEXT NOT NULL,
    customer TEXT REFERENCES customers (key), partner_key TEXT NOT NULL, type TEXT NOT NULL, value INTEGER NOT NULL, archived INTEGER NOT NULL,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL) STRICT;
  CREATE UNIQUE INDEX actions_external_key ON actions (test, external_key) WHERE external_key IS NOT NULL;
  CREATE INDEX actions_created ON actions (test, created_at, key);
  CREATE INDEX actions_updated ON actions (test, updated_at, key);
  CREATE INDEX actions_partner ON actions (test, partner_key, created_at, key);
  CREATE INDEX actions_customer ON actions (customer, created_at, key) WHERE customer IS NOT NULL;
  CREATE TABLE prospects (key TEXT PRIMARY KEY, test INTEGER NOT NULL, kind TEXT NOT NULL, partner_key TEXT, group_key TEXT, external_key TEXT,
    data TEXT NOT NULL, customer TEXT, archived INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL) STRICT;
  CREATE UNIQUE INDEX prospects_external_key ON prospects (test, kind, external_key) WHERE external_key IS NOT NULL;
  CREATE INDEX prospects_created ON prospects (test, kind, created_at, key);
  CREATE INDEX prospects_updated ON prospects (test, kind, updated_at, key);
  CREATE INDEX prospects_partner ON prospects (test, kind, partner_key, created_at, key) WHERE partner_key IS NOT NULL;
  CREATE TABLE rewards (key TEXT PRIMARY KEY, test INTEGER NOT NULL, partner_key TEXT NOT NULL, customer TEXT, payment TEXT, action TEXT, trigger_key TEXT,
    cause TEXT NOT NULL, part INTEGER NOT NULL, rate TEXT, first_amount INTEGER NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL, description TEXT,
    source TEXT NOT NULL, status TEXT NOT NULL, holds TEXT NOT NULL, hold_until INTEGER, archived INTEGER NOT NULL, created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL) STRICT;
  CREATE UNIQUE INDEX rewards_cause ON rewards (cause, trigger_key, part);
  CREATE INDEX rewards_created ON rewards (test, created_at, key);
  CREATE INDEX rewards_updated ON rewards (test, updated_at, key);
  CREATE INDEX rewards_partner ON rewards (test, partner_key, created_at, key);
  CREATE INDEX rewards_due ON rewards (test, hold_until) WHERE status = 'hold' AND hold_until IS NOT NULL;
  CREATE INDEX rewards_unpaid ON rewards (test, status, created_at, key) WHERE status <> 'paid';
  CREATE INDEX rewards_given ON rewards (payment) WHERE trigger_key IS NULL AND payment IS NOT NULL;
  CREATE INDEX rewards_given_to ON rewards (customer) WHERE trigger_key IS NULL AND customer IS NOT NULL;

  CREATE TABLE hooks (key TEXT PRIMARY KEY, test INTEGER NOT NULL, style TEXT NOT NULL, target TEXT NOT NULL, events TEXT NOT NULL, secrets TEXT NOT NULL,
    enabled INTEGER NOT NULL, disabled_reason TEXT, failing_since INTEGER, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL) STRICT;
  CREATE INDEX hooks_created ON hooks (test, created_at, key);
  CREATE TABLE messages (key TEXT PRIMARY KEY, test INTEGER NOT NULL, event TEXT NOT NULL, subject TEXT NOT NULL, data TEXT NOT NULL,
    created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX messages_created ON messages (test, created_at);
  CREATE TABLE sends (message TEXT NOT NULL, hook TEXT NOT NULL, test INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, next_at INTEGER,
    last_at INTEGER, last_status INTEGER, last_error TEXT, created_at INTEGER NOT NULL, PRIMARY KEY (message, hook)) STRICT, WITHOUT ROWID;
  CREATE INDEX sends_due ON sends (hook, next_at, message) WHERE next_at IS NOT NULL;
  CREATE INDEX sends_log ON sends (hook, state, message);
  CREATE TABLE idempotency (id TEXT PRIMARY KEY, test INTEGER NOT NULL, request TEXT NOT NULL, receipt TEXT, created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX idempotency_created ON idempotency (created_at);

  CREATE TABLE imports (key TEXT PRIMARY KEY, test INTEGER NOT NULL, type TEXT NOT NULL, state TEXT NOT NULL, total INTEGER NOT NULL,
    created INTEGER NOT NULL, updated INTEGER NOT NULL, unchanged INTEGER NOT NULL, failed INTEGER NOT NULL, worked INTEGER NOT NULL,
    line INTEGER NOT NULL, bytes INTEGER NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, file_name TEXT, layout TEXT NOT NULL,
    options TEXT NOT NULL, actor TEXT NOT NULL, claim TEXT, reason TEXT, started_at INTEGER, finished_at INTEGER, created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL) STRICT;
  CREATE INDEX imports_created ON imports (test, created_at, key);
  CREATE INDEX imports_updated ON imports (test, updated_at, key);
  CREATE INDEX imports_idle ON imports (key) WHERE state IN ('queued', 'running');
  CREATE TABLE import_errors (import_key TEXT NOT NULL, test INTEGER NOT NULL, line INTEGER NOT NULL, no INTEGER NOT NULL, column_name TEXT,
    reason TEXT NOT NULL, raw TEXT NOT NULL, PRIMARY KEY (import_key, line, no)) STRICT, WITHOUT ROWID;
  CREATE TABLE import_pieces (import_key TEXT NOT NULL, no INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (import_key, no)) STRICT;
  `,
  `
  CREATE TABLE sightings (key TEXT PRIMARY KEY, kind TEXT NOT NULL, scope TEXT, source TEXT NOT NULL, reason TEXT, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `,
  'ALTER TABLE customers ADD COLUMN erased_at INTEGER;',
  `
  CREATE TABLE sums (test INTEGER NOT NULL, span INTEGER NOT NULL, at INTEGER NOT NULL, partner_key TEXT NOT NULL, currency TEXT NOT NULL,
    clicks INTEGER NOT NULL DEFAULT 0, signups INTEGER NOT NULL DEFAULT 0, paying INTEGER NOT NULL DEFAULT 0,
    payments INTEGER NOT NULL DEFAULT 0, revenue INTEGER NOT NULL DEFAULT 0, refunds INTEGER NOT NULL DEFAULT 0,
    rewards INTEGER NOT NULL DEFAULT 0, listed INTEGER NOT NULL DEFAULT 0, listed_amount INTEGER NOT NULL DEFAULT 0,
    listed_refunded INTEGER NOT NULL DEFAULT 0, hold_rewards INTEGER NOT NULL DEFAULT 0, hold_amount INTEGER NOT NULL DEFAULT 0,
    pending_rewards INTEGER NOT NULL DEFAULT 0, pending_amount INTEGER NOT NULL DEFAULT 0, approved_rewards INTEGER NOT NULL DEFAULT 0,
    approved_amount INTEGER NOT NULL DEFAULT 0, paid_rewards INTEGER NOT NULL DEFAULT 0, paid_amount INTEGER NOT NULL DEFAULT 0,
    declined_rewards INTEGER NOT NULL DEFAULT 0, declined_amount INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (test, span, at, partner_key, currency)) STRICT, WITHOUT ROWID;
  CREATE INDEX sums_partner ON sums (partner_key, test, at) WHERE span = 23040;
  CREATE TABLE sum_marks (test INTEGER PRIMARY KEY, next_at INTEGER, until_at INTEGER NOT NULL) STRICT;
  INSERT INTO sum_marks SELECT value, NULL, 0 FROM json_each('[0, 1]')
    WHERE NOT EXISTS (SELECT 1 FROM rollups) AND NOT EXISTS (SELECT 1 FROM payments) AND NOT EXISTS (SELECT 1 FROM rewards);

  CREATE INDEX deliveries_seen ON deliveries (test, received_at, key, provider, state);
  DROP INDEX deliveries_received;
  CREATE INDEX rewards_listed ON rewards (test, created_at, key, currency);
  DROP INDEX rewards_created;
  `,
]
