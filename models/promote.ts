/** `npm run promote -- models/digits-vN [--why TEXT] [--by NAME] [--anyway]` */
import { CommandLineError, readCommandLine } from './command-line'
import { ModelRefusedError } from './judge'
import { modelsFolder } from './model-folder'
import { promote } from './promotion'

const usage = 'npm run promote -- models/digits-vN [--why TEXT] [--by NAME] [--anyway]'

async function run(args: string[]): Promise<void> {
  const { values, positionals } = readCommandLine(usage, {
    args,
    options: {
      anyway: { type: 'boolean', default: false },
      why: { type: 'string', default: '' },
      by: { type: 'string', default: '' },
    },
    allowPositionals: true,
  })
  const [folder, ...rest] = positionals
  if (!folder || rest.length > 0) throw new CommandLineError(usage)
  const isPromoted = await promote({
    ...{ folder, isForced: values.anyway, modelsFolder, by: values.by, why: values.why },
    log: (line) => console.log(line),
  })
  if (isPromoted) return
  console.error(`It is not promoted. If you know better: npm run promote -- ${folder} --anyway`)
  process.exitCode = 1
}

await run(process.argv.slice(2)).catch((error: unknown) => {
  const isExpected =
    error instanceof RangeError || error instanceof CommandLineError || error instanceof ModelRefusedError
  console.error(isExpected ? error.message : error)
  process.exitCode = 1
})
