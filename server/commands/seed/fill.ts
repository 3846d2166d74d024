import type { Client } from 'pg'
import { type PooledDrawing, poolOfInk } from './ink-pool'
import { type SeedSize, seedSteps } from './steps'

export type SeedPlan = {
  readonly size: SeedSize
  /** The judge of the first three quarters of the time, and that of the rest. */
  readonly judges: readonly [string, string]
  readonly names: readonly string[]
  readonly onStep: (what: string) => void
}

/** Fills an empty database, in one transaction: one that is interrupted stays empty. @param client one connection, as the owner of the tables */
export async function fillDatabase(client: Client, { onStep, ...plan }: SeedPlan): Promise<void> {
  await client.query('begin')
  try {
    await client.query("set local synchronous_commit = off; set local work_mem = '128MB'")
    await skipReferences(client)
    const indexes = await dropIndexes(client)
    await storeInk(client, poolOfInk())
    for (const [what, sql] of seedSteps(plan.size, plan.judges, plan.names)) {
      onStep(what)
      await client.query(sql)
    }
    onStep('indexes')
    for (const definition of indexes) await client.query(definition)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
  onStep('statistics')
  await client.query('vacuum analyze')
}

/** References hold by construction. A role that may not skip the checks waits for them. */
async function skipReferences(client: Client): Promise<void> {
  await client.query('savepoint checks')
  await client
    .query('set local session_replication_role = replica')
    .catch(() => client.query('rollback to checks'))
}

/** Millions of rows are indexed at once in a tenth of the time. @returns the statements that bring them back */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select index.indexrelid::regclass::text as name, pg_get_indexdef(index.indexrelid) as definition
     from pg_index index join pg_class on pg_class.oid = index.indrelid
       join pg_namespace on pg_namespace.oid = pg_class.relnamespace
     where pg_namespace.nspname = current_schema() and relname in ('Round', 'Drawing', 'Drawer', 'Result', 'RatingStep', 'Sample')
       and not exists (select from pg_constraint where conindid = index.indexrelid)`,
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

async function storeInk(client: Client, pool: readonly PooledDrawing[]): Promise<void> {
  await client.query(
    `create temp table seed_ink (digit int, hand int, "isLocked" boolean, ink text, "pointCount" int, "inkLength" int, guesses jsonb,
       answer smallint)`,
  )
  await client.query(
    `insert into seed_ink
     select digit, row_number() over (partition by digit, "isLocked") - 1, "isLocked", ink, "pointCount", "inkLength", guesses, answer
     from jsonb_to_recordset($1::jsonb) as pool (digit int, "isLocked" boolean, ink text, "pointCount" int, "inkLength" int,
       guesses jsonb, answer smallint)`,
    [JSON.stringify(pool)],
  )
}
