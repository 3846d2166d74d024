import { CommandLineError, readCommandLine } from '../command-line'

export type CommandLine = {
  readonly digits: readonly string[]
  readonly others: readonly string[]
  /** Folders of exports. */
  readonly samples: readonly string[]
  /** Pairs of IDX files: pictures, labels. */
  readonly images: readonly (readonly [images: string, labels: string])[]
  /** [C11] Whether labels that nobody has reviewed count as the truth. */
  readonly acceptsUnreviewed: boolean
  /** Folder of the network; the champion where it is missing. */
  readonly model: string | null
  readonly json: string | null
  readonly html: string | null
  readonly metrics: string | null
  /** Where to show how recorded digits are played in a room. */
  readonly play: string | null
  /** Whether all of these are written to where they belong. */
  readonly refresh: boolean
}

const usage = `npm run evaluate -- [--model DIR] [--digits FILE...] [--others FILE...] [--images PICTURES LABELS...] [--samples DIR...]
  [--unreviewed] [--json FILE] [--html FILE] [--play FILE] [--metrics FILE] [--refresh]`

const files = { type: 'string', multiple: true } as const
const options = {
  ...{ digits: files, others: files, images: files, samples: files },
  ...{ model: files, json: files, html: files, metrics: files, play: files },
  unreviewed: { type: 'boolean' },
  refresh: { type: 'boolean' },
} as const

/**
 * Each option takes the values up to the next one, and may come again: `--digits a b --others c --digits d`.
 * @throws CommandLineError naming what does not fit
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { tokens } = readCommandLine(usage, {
    args: [...args],
    options,
    allowPositionals: true,
    tokens: true,
  })
  const given = new Map<string, string[]>()
  let values: string[] | undefined
  for (const token of tokens) {
    if (token.kind === 'option') {
      values = given.get(token.name) ?? []
      given.set(token.name, values)
      if (token.value === undefined) values = undefined
    }
    if (token.kind === 'option-terminator' || token.value === undefined) continue
    const { value } = token
    if (!values) throw new CommandLineError(`${value} belongs to no option\n${usage}`)
    values.push(value)
  }
  return {
    digits: given.get('digits') ?? [],
    others: given.get('others') ?? [],
    samples: given.get('samples') ?? [],
    images: pairs(given.get('images') ?? []),
    acceptsUnreviewed: given.has('unreviewed'),
    model: single(given, 'model'),
    json: single(given, 'json'),
    html: single(given, 'html'),
    metrics: single(given, 'metrics'),
    play: single(given, 'play'),
    refresh: given.has('refresh'),
  }
}

function single(given: ReadonlyMap<string, string[]>, option: string): string | null {
  const [value = null, ...rest] = given.get(option) ?? []
  if (rest.length > 0) throw new CommandLineError(`--${option} takes one path`)
  return value
}

function pairs(values: readonly string[]): [string, string][] {
  const found: [string, string][] = []
  for (let index = 0; index < values.length; index += 2) {
    const [images, labels] = values.slice(index, index + 2)
    if (images === undefined || labels === undefined) {
      throw new CommandLineError(`--images takes pairs, pictures and labels; ${images} has no labels`)
    }
    found.push([images, labels])
  }
  return found
}
