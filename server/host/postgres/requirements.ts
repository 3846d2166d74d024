import { type Client, type ClientBase, escapeIdentifier } from 'pg'
import type { PostgresConnection } from './connection-url'
import { endClient, isSilence, openClient, stoppedAnswering } from './database-client'

/** The oldest that is maintained (November 2026), and the oldest that the tests have seen. */
const leastVersion = 15

/**
 * @param client connected
 * @throws Error with one line if this server or database does not meet the requirements
 */
export async function requireServer(
  client: ClientBase,
  { label, database }: PostgresConnection,
): Promise<void> {
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int / 10000 as version, pg_is_in_recovery() as "isReplica",
       current_setting('transaction_read_only') = 'on' as "isReadOnly",
       (select pg_encoding_to_char(encoding) from pg_database where datname = current_database()) as encoding`,
  )
  const { version, isReplica, isReadOnly, encoding } = rows[0]
  if (version < leastVersion)
    throw new Error(
      `The database at ${label} is PostgreSQL ${version}; it has to be ${leastVersion} or newer.`,
    )
  if (isReplica) throw new Error(`The database at ${label} is a read-only replica. Name its primary instead.`)
  if (isReadOnly)
    throw new Error(
      `The database at ${label} is read-only. Run: ALTER DATABASE ${escapeIdentifier(database)} SET default_transaction_read_only = off`,
    )
  if (encoding !== 'UTF8')
    throw new Error(
      `The database "${database}" at ${label} is encoded in ${encoding}, which has no room for all names. Make one with: CREATE DATABASE name ENCODING 'UTF8' TEMPLATE template0`,
    )
}

/** @throws Error with the GRANT that helps, when this role may not create tables in the schema. Creates the schema. */
export async function requireSchema(
  client: ClientBase,
  { schema, user, database }: PostgresConnection,
): Promise<void> {
  const { rows } = await client.query(
    `select n.oid is not null as "isThere", has_database_privilege(current_database(), 'create') as "mayMake",
       has_schema_privilege(n.oid, 'create') and has_schema_privilege(n.oid, 'usage') as "mayFill"
     from (select) as one left join pg_namespace n on n.nspname = $1`,
    [schema],
  )
  const { isThere, mayMake, mayFill } = rows[0]
  const [schemaName, role] = [schema, user].map(escapeIdentifier)
  if (!isThere && !mayMake)
    throw new Error(
      `The role "${user}" may not create the schema "${schema}". Run as the owner of "${database}": CREATE SCHEMA ${schemaName} AUTHORIZATION ${role}`,
    )
  if (isThere && !mayFill)
    throw new Error(
      `The role "${user}" may not create tables in the schema "${schema}". Run as the owner of "${database}": GRANT USAGE, CREATE ON SCHEMA ${schemaName} TO ${role}`,
    )
  if (!isThere) await client.query(`create schema if not exists ${schemaName}`)
}

/**
 * Checks a migrated database with the role of the game.
 * @returns whether SQL that names no schema means ours by itself, and whether a pooler stands before the database
 * @throws Error with one line and the statement that helps
 */
export async function requireRights(
  connection: PostgresConnection,
): Promise<{ hasSchema: boolean; isPooled: boolean }> {
  const { schema, user } = connection
  const client = await openClient(connection, { query_timeout: 10_000 })
  try {
    await requireServer(client, connection)
    const { rows } = await client.query(
      `select pg_backend_pid() as "backendId", current_schema() is not distinct from $1::text as "hasSchema",
         coalesce(has_schema_privilege(n.oid, 'usage'), false) as "mayEnter",
         (select count(*)::int from pg_class where relnamespace = n.oid and relkind = 'r' and relname ~ '^[A-Z]' and not (
           has_table_privilege(oid, 'select') and has_table_privilege(oid, 'insert') and
           has_table_privilege(oid, 'update') and has_table_privilege(oid, 'delete'))) as closed
       from (select) as one left join pg_namespace n on n.nspname = $1`,
      [schema],
    )
    const { backendId, hasSchema, mayEnter, closed } = rows[0]
    const [schemaName, role] = [schema, user].map(escapeIdentifier)
    if (!mayEnter)
      throw new Error(
        `The role "${user}" may not use the schema "${schema}". Run as its owner: GRANT USAGE ON SCHEMA ${schemaName} TO ${role}`,
      )
    if (closed > 0)
      throw new Error(
        `The role "${user}" may not read and write ${closed} tables in the schema "${schema}". Run as their owner: GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schemaName} TO ${role}`,
      )
    // A pooler gives out numbers of its own. Behind it what is set on one connection is not set on the next.
    const isPooled = (client as Client & { processID: number }).processID !== backendId
    if (isPooled && !hasSchema)
      throw new Error(
        `A pooler stands before the database, so its role has to look into the schema "${schema}" by itself. Run: ALTER ROLE ${role} IN DATABASE ${escapeIdentifier(connection.database)} SET search_path = ${schemaName}; then RECONNECT in the pooler`,
      )
    return { hasSchema, isPooled }
  } catch (error) {
    throw isSilence(error) ? new Error(stoppedAnswering(connection), { cause: error }) : error
  } finally {
    await endClient(client)
  }
}
