/** `npm start`: installs and builds what has changed, then runs the server in the same process. */
import { parseArgs } from 'node:util'
import { build, generate, install, prepare, serverBundle } from './setup/prepare.mjs'

const isDevelopment = readOptions().dev
process.env.NODE_ENV = isDevelopment ? 'development' : (process.env.NODE_ENV ?? 'production')
process.env.NEXT_TELEMETRY_DISABLED ??= '1'

await prepare(install, generate, ...(isDevelopment ? [] : [build]))

if (isDevelopment) {
  const { register } = await import('tsx/esm/api')
  register()
  await import('./main.ts')
} else await import(`../${serverBundle}`)

function readOptions() {
  try {
    return parseArgs({ options: { dev: { type: 'boolean', default: false } } }).values
  } catch (error) {
    console.error(`${/** @type {Error} */ (error).message}`)
    console.error('Environment variables say what a server does, such as PORT=4000 npm start; see README.md.')
    process.exit(1)
  }
}
