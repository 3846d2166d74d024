export type CommandLine = {
  readonly digits: readonly string[]
  readonly others: readonly string[]
  /** Pairs of IDX files: pictures, labels. */
  readonly images: readonly (readonly [images: string, labels: string])[]
  /** Folder of the network; the champion where it is missing. */
  readonly model: string | null
  readonly json: string | null
  readonly html: string | null
  readonly metrics: string | null
}

const flags = ['digits', 'others', 'images', 'model', 'json', 'html', 'metrics'] as const

export class CommandLineError extends Error {
  override readonly name = 'CommandLineError'
}

/**
 * Each flag takes the words up to the next one, and may come again: `--digits a b --others c --digits d`.
 * @throws CommandLineError naming what does not fit.
 */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const given = new Map<string, string[]>()
  let values: string[] | undefined
  for (const word of words) {
    if (word.startsWith('--')) {
      const flag = word.slice(2)
      if (!flags.some((known) => known === flag)) {
        throw new CommandLineError(
          `unknown option ${word}; known are ${flags.map((known) => `--${known}`).join(' ')}`,
        )
      }
      values = given.get(flag) ?? []
      given.set(flag, values)
    } else if (values) values.push(word)
    else throw new CommandLineError(`${word} belongs to no option`)
  }
  return {
    digits: files(given, 'digits'),
    others: files(given, 'others'),
    images: pairs(files(given, 'images')),
    model: single(given, 'model'),
    json: single(given, 'json'),
    html: single(given, 'html'),
    metrics: single(given, 'metrics'),
  }
}

function files(given: ReadonlyMap<string, string[]>, flag: string): readonly string[] {
  const values = given.get(flag) ?? []
  if (given.has(flag) && values.length === 0) throw new CommandLineError(`--${flag} needs a file`)
  return values
}

function single(given: ReadonlyMap<string, string[]>, flag: string): string | null {
  const values = given.get(flag)
  if (!values) return null
  const [value] = values
  if (value === undefined || values.length > 1) throw new CommandLineError(`--${flag} takes one path`)
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
