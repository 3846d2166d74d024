import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { parquetReadObjects } from 'hyparquet'
import { PNG } from 'pngjs'

/** Which label each sample of an export has, in the order of the labels; whatever the format. */
export type Told = { readonly count: number; readonly labels: readonly number[] }

type Files = ReadonlyMap<string, Buffer>

const names = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'not a digit']

/** The files of a zip, without the folder that they are in. */
export function filesOf(zip: Uint8Array): Files {
  const entries = Object.entries(unzipSync(zip)).map(
    ([name, bytes]) => [name.slice(name.indexOf('/') + 1), Buffer.from(bytes)] as const,
  )
  return new Map(entries)
}

/** Readers that are not the project's own, by the format's name on the page. */
export const readers: Readonly<Record<string, (files: Files) => Promise<Told> | Told>> = {
  'NDJSON: strokes and everything known': (files) =>
    tell(linesOf(files, 'samples.ndjson').map(({ label }) => names.indexOf(label as string))),
  'IDX, as MNIST has it': (files) => tell(['train', 't10k'].flatMap((part) => idxLabels(files, part))),
  'IDX, gzip': (files) => tell(['train', 't10k'].flatMap((part) => idxLabels(gunzipped(files), part))),
  Parquet: async (files) => {
    const bytes = files.get('samples.parquet') ?? Buffer.alloc(0)
    const file = new Uint8Array(bytes).buffer
    const rows = await parquetReadObjects({ file })
    return tell(rows.map(({ label }) => (typeof label === 'string' ? names.indexOf(label) : Number(label))))
  },
  'PNG with metadata (Hugging Face)': (files) => {
    const lines = [...files.keys()]
      .filter((name) => name.endsWith('metadata.jsonl'))
      .flatMap((name) =>
        linesOf(files, name).map(({ label, file_name }) => ({
          label,
          path: name.replace('metadata.jsonl', String(file_name)),
        })),
      )
    for (const { path } of lines) {
      const { width, height } = PNG.sync.read(files.get(path) ?? Buffer.alloc(0))
      if (width !== 28 || height !== 28) throw new Error(`${path} is ${width} x ${height}`)
    }
    return tell(lines.map(({ label }) => Number(label)))
  },
  'Label Studio': (files) => {
    const tasks: { annotations: { result: { value: { choices: string[] } }[] }[] }[] = JSON.parse(
      files.get('label-studio-tasks.json')?.toString() ?? '[]',
    )
    return tell(tasks.map(({ annotations: [one] }) => names.indexOf(one?.result[0]?.value.choices[0] ?? '')))
  },
}

function gunzipped(files: Files): Files {
  const packed = [...files].filter(([name]) => name.endsWith('.gz'))
  return new Map(packed.map(([name, bytes]) => [name.slice(0, -'.gz'.length), gunzipSync(bytes)]))
}

function tell(labels: readonly number[]): Told {
  return {
    count: labels.length,
    labels: names.map((_, label) => labels.filter((each) => each === label).length),
  }
}

function linesOf(files: Files, name: string): Record<string, unknown>[] {
  const text = files.get(name)?.toString().trim() ?? ''
  return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line))
}

/** As the page of MNIST describes it: a magic number, the sizes, then a byte each; both files agree on how many there are. */
function idxLabels(files: Files, part: string): number[] {
  const labels = files.get(`${part}-labels-idx1-ubyte`)
  const images = files.get(`${part}-images-idx3-ubyte`)
  if (!labels || !images) return []
  const count = labels.readUInt32BE(4)
  const sizes = [images.readUInt32BE(4), images.readUInt32BE(8), images.readUInt32BE(12)]
  if (labels.readUInt32BE(0) !== 0x801 || images.readUInt32BE(0) !== 0x803 || labels.length !== 8 + count)
    throw new Error(`${part} is no IDX`)
  if (sizes.join() !== [count, 28, 28].join() || images.length !== 16 + count * 784)
    throw new Error(`the pictures of ${part} are ${sizes.join(' x ')}`)
  return [...labels.subarray(8)]
}
