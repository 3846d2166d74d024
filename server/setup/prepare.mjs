import { readFileSync } from 'node:fs'
import path from 'node:path'
import { compressFiles } from './compress.mjs'
import { endWithNpm } from './end-with-npm.mjs'
import { doOnce, root, runQuietly, StepError } from './step.mjs'

/**
 * Prisma's command line downloads an engine that nothing here uses, unless this names another program. Node always exists; a program
 * that always exits with 0 would make `migrate` report a success that is none.
 */
const withoutEngine = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }

/**
 * Runs the steps in order. If one fails, its error has been printed, and the process exits.
 * @param {(() => Promise<void>)[]} steps
 */
export async function prepare(...steps) {
  endWithNpm()
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  try {
    if (major < 20 || (major === 20 && minor < 19))
      throw new StepError(
        `This is Node ${process.versions.node}; Digit Dash needs 20.19 or newer (https://nodejs.org).`,
      )
    for (const step of steps) await step()
  } catch (error) {
    if (!(error instanceof StepError)) throw error
    console.error(`\n${error.message}`)
    process.exit(1)
  }
}

export function install() {
  return doOnce({
    title: 'Installing packages',
    reads: ['package-lock.json', '.npmrc'],
    stamp: 'node_modules/.cache/digit-dash-install',
    isDone: isInstalled,
    work: () => npmCi('--include=dev', '--include=optional'),
  })
}

/** @param {string[]} options */
export function npmCi(...options) {
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-progress', ...options]
  return npm?.endsWith('.js')
    ? runQuietly(process.execPath, [npm, ...args], withoutEngine)
    : runQuietly('npm', args, withoutEngine)
}

/** Whether all required packages are installed in the versions of the lockfile, by npm's own record. */
function isInstalled() {
  const wanted = Object.entries(readPackages('package-lock.json')).filter(
    ([name, { optional }]) => name && !optional,
  )
  const installed = readPackages('node_modules/.package-lock.json')
  return wanted.length > 0 && wanted.every(([name, { version }]) => installed[name]?.version === version)
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages
  } catch {
    return {}
  }
}

export function generate() {
  return doOnce({
    title: 'Generating the database client',
    reads: ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'],
    stamp: 'server/store/generated/.stamp',
    work: () =>
      runQuietly(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], withoutEngine),
  })
}

export async function build() {
  await buildPages()
  await bundleServer()
}

function buildPages() {
  return doOnce({
    title: 'Building the pages',
    reads: [
      ...['app', 'game', 'models', 'server', 'public', 'prisma/schema.prisma'],
      ...[
        'instrumentation-client.ts',
        'next.config.js',
        'postcss.config.mjs',
        'tsconfig.json',
        'package.json',
        'package-lock.json',
      ],
    ],
    stamp: '.next/digit-dash-build',
    work: async () => {
      await runQuietly(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
      })
      await compressFiles(path.join(root, '.next/static'))
    },
  })
}

/** Where the server is after that, and the threads of its judge. */
export const serverBundle = '.cache/server/main.mjs'

/** Translated when it is built, not at each start: the game, the judge's threads, the processes of the pages and of exports, and none of the packages. */
export function bundleServer() {
  return doOnce({
    title: 'Building the server',
    reads: ['game', 'models', 'server', 'tsconfig.json', 'package.json', 'package-lock.json'],
    stamp: '.cache/server/digit-dash-server',
    work: () =>
      bundle(
        {
          main: 'server/main.ts',
          worker: 'server/judge/worker.ts',
          'serve-pages': 'server/edge/pages/serve-pages.ts',
          'export-process': 'server/commands/export-process.ts',
        },
        path.dirname(serverBundle),
      ),
  })
}

/**
 * @param {Record<string, string>} entryPoints sources by the name that they get
 * @param {string} outdir
 */
export async function bundle(entryPoints, outdir) {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  })
}
