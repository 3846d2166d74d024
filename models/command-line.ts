import { type ParseArgsConfig, parseArgs } from 'node:util'

/** A command line that cannot be used. `message` is for the person who typed it: what is wrong, and the usage. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError'
}

/**
 * `node:util` parseArgs, with its complaints as `CommandLineError`.
 * @throws CommandLineError for an option that is unknown, or has no value or one too many
 */
export function readCommandLine<const Config extends ParseArgsConfig>(usage: string, config: Config) {
  try {
    return parseArgs<Config>(config)
  } catch (error) {
    if (!isComplaint(error)) throw error
    throw new CommandLineError(`${error.message}\n${usage}`)
  }
}

/** The same for a program that has nothing to clean up: says what is wrong, and ends. */
export function readOrExit<const Config extends ParseArgsConfig>(usage: string, config: Config) {
  try {
    return readCommandLine(usage, config)
  } catch (error) {
    console.error(error instanceof CommandLineError ? error.message : error)
    process.exit(1)
  }
}

function isComplaint(error: unknown): error is Error {
  return (
    error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
  )
}
