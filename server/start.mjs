/** `npm start`: brings up to date what has changed, then becomes the server, in this same process. */
import { build, generate, install, prepare } from './setup/prepare.mjs'

const isDevelopment = process.argv.includes('--dev')
process.env.NODE_ENV = isDevelopment ? 'development' : (process.env.NODE_ENV ?? 'production')
process.env.NEXT_TELEMETRY_DISABLED ??= '1'

await prepare(install, generate, ...(isDevelopment ? [] : [build]))

const { register } = await import('tsx/esm/api')
register()
await import('./main.ts')
