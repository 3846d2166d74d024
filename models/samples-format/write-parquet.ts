import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { ExportEntry, ExportedSample } from './exported-sample'
import { labelNameOf, pointsOf } from './sample-line'
import { exportFiles, pointer } from './schema'

type Column = {
  readonly elements: readonly Record<string, unknown>[]
  of(sample: ExportedSample): unknown
}

const rowsPerGroup = 2_000
const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const
const number = { type: 'INT32' } as const

function scalar(element: Record<string, unknown>, of: Column['of'], repetition_type = 'REQUIRED') {
  return (name: string): Column => ({ elements: [{ name, ...element, repetition_type }], of })
}

function list(element: Record<string, unknown>, of: (sample: ExportedSample) => readonly unknown[]) {
  return (name: string): Column => ({
    elements: [
      { name, converted_type: 'LIST', repetition_type: 'REQUIRED', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', ...element, repetition_type: 'REQUIRED' },
    ],
    of,
  })
}

/** Under the names of `sampleLine`, but for `label`, which is a number here, 10 for "not a digit", with its name beside it. */
const columns: Readonly<Record<string, (name: string) => Column>> = {
  id: scalar(text, ({ id }) => id),
  label: scalar(number, ({ label }) => label),
  labelName: scalar(text, labelNameOf),
  reviewed: scalar({ type: 'BOOLEAN' }, ({ isReviewed }) => isReviewed),
  writer: scalar(text, ({ writer }) => writer),
  split: scalar(text, ({ split }) => split),
  prompt: scalar(number, ({ prompt }) => prompt),
  guess: scalar(number, ({ guess }) => guess),
  thousandths: list(number, ({ thousandths }) => thousandths),
  judge: scalar(text, ({ judge }) => judge),
  difficulty: scalar(number, ({ difficulty }) => difficulty),
  lockMs: scalar(number, ({ lockMs }) => lockMs, 'OPTIONAL'),
  wrongLocks: scalar(number, ({ wrongLocks }) => wrongLocks),
  reasons: list(text, ({ reasons }) => reasons),
  drawnAt: scalar({ type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }, ({ drawnAt }) => drawnAt),
  pointer: scalar(text, () => pointer),
  consentVersion: scalar(number, ({ consentVersion }) => consentVersion),
  votes: list(number, ({ votes }) => votes),
  verdicts: scalar(number, ({ review }) => review.verdicts),
  agreeing: scalar(number, ({ review }) => review.agreeing),
  strokes: scalar(text, (sample) => JSON.stringify(pointsOf(sample))),
  raster: scalar({ type: 'BYTE_ARRAY' }, ({ raster }) => raster),
}

/** Parquet: one row a sample, in groups of which memory holds one; strokes as JSON, the raster as 784 bytes. */
export async function* writeParquet(samples: AsyncIterable<ExportedSample>): AsyncGenerator<ExportEntry> {
  yield { name: exportFiles.parquet, content: parquetBytes(samples) }
}

async function* parquetBytes(samples: AsyncIterable<ExportedSample>): AsyncGenerator<Uint8Array> {
  const named = Object.entries(columns).map(([name, column]) => ({ name, ...column(name) }))
  const bytes = new ByteWriter()
  const root = { name: 'root', num_children: named.length }
  const schema = [root, ...named.flatMap(({ elements }) => elements)] as ConstructorParameters<
    typeof ParquetWriter
  >[0]['schema']
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: 'digit-dash' })
  function taken(): Uint8Array {
    const piece = new Uint8Array(bytes.getBuffer())
    bytes.index = 0
    return piece
  }
  /** The values of a group, column by column: to keep its samples would take several times the memory. */
  const emptyGroup = () => named.map(({ name }) => ({ name, data: [] as unknown[] }))
  let columnData = emptyGroup()
  let rows = 0
  async function flush(): Promise<Uint8Array> {
    await writer.write({ columnData, rowGroupSize: rowsPerGroup })
    columnData = emptyGroup()
    rows = 0
    return taken()
  }
  for await (const sample of samples) {
    for (const [column, { of }] of named.entries()) columnData[column]?.data.push(of(sample))
    if (++rows === rowsPerGroup) yield await flush()
  }
  if (rows > 0) yield await flush()
  await writer.finish()
  yield taken()
}
