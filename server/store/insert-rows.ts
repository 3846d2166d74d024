import { Prisma as Sql } from './generated/client'

type Rows = {
  Achievement: Sql.AchievementCreateManyInput
  Game: Sql.GameCreateManyInput
  Hold: Sql.HoldCreateManyInput
  Round: Sql.RoundCreateManyInput
  Drawing: Sql.DrawingCreateManyInput
  Drawer: Sql.DrawerCreateManyInput
  Result: Sql.ResultCreateManyInput
  RatingStep: Sql.RatingStepCreateManyInput
  Sample: Sql.SampleCreateManyInput
}

/**
 * Inserts rows by one statement with one parameter, however many they are: the client takes longer for thousands of parameters than
 * Postgres for the rows. A column that only some of the rows have is null in the others.
 * @param onConflict a row that is there already is left as it is, instead of failing the statement
 */
export async function insertRows<Table extends keyof Rows>(
  transaction: Pick<Sql.TransactionClient, '$executeRaw'>,
  table: Table,
  rows: readonly Rows[Table][],
  onConflict: 'fail' | 'skip' = 'fail',
): Promise<void> {
  if (rows.length > 0) await transaction.$executeRaw(insertionOf(table, rows, onConflict))
}

/** The same for rows of which some may be there. @returns the ids of those that were not */
export async function insertMissing(
  transaction: Pick<Sql.TransactionClient, '$queryRaw'>,
  table: 'Round',
  rows: readonly Rows['Round'][],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set()
  const added = await transaction.$queryRaw<
    { id: string }[]
  >`${insertionOf(table, rows, 'skip')} returning id`
  return new Set(added.map(({ id }) => id))
}

function insertionOf<Table extends keyof Rows>(
  table: Table,
  rows: readonly Rows[Table][],
  onConflict: 'fail' | 'skip',
): Sql.Sql {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columns = Sql.raw(names.map((name) => `"${name}"`).join(', '))
  const name = Sql.raw(`"${table}"`)
  return Sql.sql`
    insert into ${name} (${columns})
    select ${columns} from json_populate_recordset(null::${name}, ${JSON.stringify(rows)}::json)
    ${onConflict === 'skip' ? Sql.sql`on conflict do nothing` : Sql.empty}`
}
