/** Advisory locks of an installation, each within its schema, so that installations in one database do not wait for each other. */

/** Held by who changes the schema: migrations, and the months of partitioned tables. */
export const SCHEMA_LOCK = 'SELECT pg_advisory_xact_lock(hashtext(current_schema()), -1)'

/** Held by who works the books of a mode. */
export const MODE_LOCK = 'SELECT pg_advisory_xact_lock(hashtext(current_schema()), $1::int)'
