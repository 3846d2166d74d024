import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bundle } from '../server/setup/prepare.mjs'
import { ModelRefusedError } from './judge'
import { findChampionFolder } from './model-folder'
import { promote } from './promotion'
import { readChampionFile } from './versions'
import { registerWasmBackend } from './wasm-in-node'

let modelsFolder: string
let lines: string[]

beforeAll(registerWasmBackend)
beforeEach(async () => {
  lines = []
  modelsFolder = await mkdtemp(path.join(tmpdir(), 'promotion-'))
  await publish('digits-v1')
  await publish('digits-v2')
  await writeFile(path.join(modelsFolder, 'champion.json'), '{ "version": "digits-v1" }')
})
afterEach(() => rm(modelsFolder, { recursive: true }))

const folderOf = (version: string) => path.join(modelsFolder, version)

/** The shipped network under another name, measured beside the champion. */
async function publish(version: string): Promise<void> {
  await cp(await findChampionFolder(), folderOf(version), { recursive: true })
  await change(version, 'model.json', () => ({ version }))
  await change(version, 'metrics.json', (shipped) => ({
    version,
    champion: version === 'digits-v1' ? null : { ...shipped, version: 'digits-v1' },
  }))
}

async function change(version: string, name: string, to: (json: Metrics) => object): Promise<void> {
  const file = path.join(folderOf(version), name)
  const json = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...json, ...to(json) }))
}
type Metrics = {
  readonly speed: { readonly perSecond: number; readonly aloneMs: number }
  readonly sets: readonly { readonly name: string; readonly answers: string; readonly sha256: string }[]
  readonly champion: Metrics | null
}

const promoteFolder = (folder: string, isForced = false) =>
  promote({
    ...{ folder, isForced, modelsFolder, backend: 'wasm', by: 'Ada', why: 'reads sevens with a bar' },
    log: (line) => void lines.push(line),
  })
const championNow = async () => path.basename(await findChampionFolder(modelsFolder))
const beSlow = () =>
  change('digits-v2', 'metrics.json', ({ speed }) => ({
    speed: { ...speed, perSecond: speed.perSecond / 2 },
  }))

test('promotion: a challenger that nothing speaks against is the champion, and it is said how to go back', async () => {
  expect(await promoteFolder(folderOf('digits-v2'))).toBe(true)
  expect(await championNow()).toBe('digits-v2')
  expect(lines).toEqual(['digits-v2 judges from now on; to go back: npm run promote -- models/digits-v1'])
  expect(await readChampionFile(modelsFolder)).toEqual({
    version: 'digits-v2',
    history: [
      {
        ...{ version: 'digits-v2', from: 'digits-v1', by: 'Ada', why: 'reads sevens with a bar' },
        ...{ at: expect.any(Number), objections: [], isRollBack: false },
      },
    ],
  })
  expect((await readdir(modelsFolder)).sort()).toEqual(['champion.json', 'digits-v1', 'digits-v2'])
})

test('promotion: what speaks against a challenger is said, and the champion stays unless it is forced', async () => {
  await beSlow()
  expect(await promoteFolder(folderOf('digits-v2'))).toBe(false)
  expect(lines).toEqual([expect.stringContaining('pictures a second')])
  expect(await championNow()).toBe('digits-v1')
  expect(await promoteFolder(folderOf('digits-v2'), true)).toBe(true)
  expect(lines.slice(1)).toEqual([
    expect.stringContaining('pictures a second'),
    expect.stringContaining('judges from now on'),
  ])
  expect(await championNow()).toBe('digits-v2')
})

test('promotion: a network whose files do not fit together is refused, also when it is forced', async () => {
  const weights = path.join(folderOf('digits-v2'), 'weights.bin')
  await writeFile(weights, (await readFile(weights)).subarray(4))
  await expect(promoteFolder(folderOf('digits-v2'), true)).rejects.toThrow(ModelRefusedError)
  expect(await championNow()).toBe('digits-v1')
})

test('promotion: a folder elsewhere, or under another name, is not where servers look', async () => {
  const elsewhere = await mkdtemp(path.join(tmpdir(), 'elsewhere-'))
  await cp(folderOf('digits-v2'), path.join(elsewhere, 'digits-v2'), { recursive: true })
  await expect(promoteFolder(path.join(elsewhere, 'digits-v2'), true)).rejects.toThrow(
    'must be models/digits-v2',
  )
  await rm(elsewhere, { recursive: true })
  await cp(folderOf('digits-v2'), folderOf('digits-v3'), { recursive: true })
  await expect(promoteFolder(folderOf('digits-v3'), true)).rejects.toThrow('must be models/digits-v2')
  expect(await championNow()).toBe('digits-v1')
})

test('promotion: a challenger that was not measured is told by which command it is', async () => {
  const metrics = path.join(folderOf('digits-v2'), 'metrics.json')
  await rm(metrics)
  await expect(promoteFolder(folderOf('digits-v2'), true)).rejects.toThrow(
    `npm run evaluate -- --model ${folderOf('digits-v2')} --metrics ${metrics}`,
  )
})

type Ended = { code: number; out: string; error: string }

/** @param folder of the project @returns the exit code, and what was printed */
function runPromote(folder: string, command: readonly string[], ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...command, ...args], { cwd: folder }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, error: err }),
    )
  })
}

/** As `npm run promote` does it. */
const translated = ['--import', 'tsx', 'models/promote.ts']
/** Translated once for all that run it. */
const bundled = ['models/promote.mjs']

type Cases = [string, () => Promise<unknown>, string][]

/** The other network's metrics, as somebody copies them. */
const copyMetrics = (from: string) =>
  cp(path.join(folderOf(from), 'metrics.json'), path.join(folderOf('digits-v2'), 'metrics.json'))

test.each<Cases[number]>([
  ['are those of another version', () => copyMetrics('digits-v1'), 'is of another network'],
  [
    'are of other weights of its version',
    () => change('digits-v2', 'metrics.json', () => ({ weights: 'a'.repeat(64) })),
    'is of another network',
  ],
  [
    'are those that 0.7.0 wrote for another version',
    () => writeOlder('digits-v2', 'digits-v1'),
    'is of another network',
  ],
  [
    'are cut off',
    () => writeFile(path.join(folderOf('digits-v2'), 'metrics.json'), '{"version":'),
    'is not whole',
  ],
  [
    'lack an answer',
    () =>
      change('digits-v2', 'metrics.json', ({ sets }) => ({
        sets: sets.map((set) => ({ ...set, answers: set.answers.slice(1) })),
      })),
    'is not whole',
  ],
])(
  '[C12] promotion: a challenger whose metrics %s is refused, also when it is forced',
  async (_, spoil, why) => {
    await spoil()
    for (const isForced of [false, true])
      await expect(promoteFolder(folderOf('digits-v2'), isForced)).rejects.toThrow(why)
    expect(await championNow()).toBe('digits-v1')
  },
)

const writeOlder = (folder: string, version: string, more: object = {}) =>
  writeFile(
    path.join(folderOf(folder), 'metrics.json'),
    JSON.stringify({ version, engine: 'wasm', sets: [{ name: 'digits-test.ndjson', accuracy: 1 }], ...more }),
  )

test.each<Cases[number]>([
  ['was measured by an older version', () => writeOlder('digits-v2', 'digits-v2'), 'which say less'],
  [
    'was measured by 0.8.0',
    () => writeOlder('digits-v2', 'digits-v2', { format: 'digit-dash-metrics/2' }),
    'which say less',
  ],
  ['competes with a champion that was', () => writeOlder('digits-v1', 'digits-v1'), 'which say less'],
  [
    'was measured alone',
    () => change('digits-v2', 'metrics.json', () => ({ champion: null })),
    'was not measured beside digits-v1',
  ],
  [
    'was measured beside another champion',
    () =>
      change('digits-v2', 'metrics.json', ({ champion }) => ({
        champion: { ...champion, weights: 'a'.repeat(64) },
      })),
    'was not measured beside digits-v1',
  ],
  [
    'lacks a set that the champion was measured on',
    () =>
      change('digits-v2', 'metrics.json', ({ sets, champion }) => ({
        sets: sets.slice(1),
        champion: { ...champion, sets: champion?.sets.slice(1) },
      })),
    'was not measured on t10k-images-idx3-ubyte.gz, on which digits-v1 was',
  ],
  [
    'has another set of that name',
    () =>
      change('digits-v2', 'metrics.json', ({ sets, champion }) => {
        const other = (each: Metrics['sets']) => each.map((set) => ({ ...set, sha256: 'c'.repeat(64) }))
        return { sets: other(sets), champion: { ...champion, sets: other(champion?.sets ?? []) } }
      }),
    'is not the set on which digits-v1 was measured',
  ],
  [
    'has a set that the champion beside it has not',
    () =>
      change('digits-v2', 'metrics.json', ({ champion }) => ({
        champion: { ...champion, sets: champion?.sets.slice(1) },
      })),
    'were not measured on the same sets',
  ],
  [
    'was measured at another lock probability',
    () => change('digits-v2', 'metrics.json', () => ({ lockThousandths: 800 })),
    'locks at 0.8',
  ],
  [
    'competes with a champion that is damaged',
    () => rm(path.join(folderOf('digits-v1'), 'weights.bin')),
    'the champion cannot be read',
  ],
])('[C12] promotion: a challenger that %s is held up, unless it is forced', async (_, spoil, why) => {
  await spoil()
  expect(await promoteFolder(folderOf('digits-v2'))).toBe(false)
  expect(lines.join('\n')).toContain(why)
  expect(await championNow()).toBe('digits-v1')
  expect(await promoteFolder(folderOf('digits-v2'), true)).toBe(true)
})

test('[F23] promotion: what was the champion is gone back to without objections or metrics, and it is written down', async () => {
  await promoteFolder(folderOf('digits-v2'))
  await rm(path.join(folderOf('digits-v1'), 'metrics.json'))
  expect(await promoteFolder(folderOf('digits-v1'))).toBe(true)
  expect(await championNow()).toBe('digits-v1')
  const { history = [] } = (await readChampionFile(modelsFolder)) ?? {}
  expect(history.map(({ version, isRollBack }) => [version, isRollBack])).toEqual([
    ['digits-v1', true],
    ['digits-v2', false],
  ])
})

test('[F23] promotion: what spoke against a champion that was forced is written down with it', async () => {
  await beSlow()
  await promoteFolder(folderOf('digits-v2'), true)
  const { history = [] } = (await readChampionFile(modelsFolder)) ?? {}
  expect(history.map(({ objections }) => objections)).toEqual([[expect.stringContaining('a second')]])
})

test('[F23] promotion: a history that cannot be read costs no champion', async () => {
  await writeFile(
    path.join(modelsFolder, 'champion.json'),
    JSON.stringify({ version: 'digits-v1', history: [{ version: '../etc' }] }),
  )
  expect(await championNow()).toBe('digits-v1')
  expect(await promoteFolder(folderOf('digits-v2'))).toBe(true)
  expect((await readChampionFile(modelsFolder))?.history).toHaveLength(1)
})

test('promotion: a disk that takes nothing leaves the champion, and nothing beside it', async () => {
  const file = path.join(modelsFolder, 'champion.json')
  // A folder cannot be replaced by a file.
  await rm(file)
  await mkdir(path.join(file, 'in the way'), { recursive: true })
  await expect(promoteFolder(folderOf('digits-v2'), true)).rejects.toThrow(/champion\.json/)
  expect((await readdir(modelsFolder)).sort()).toEqual(['champion.json', 'digits-v1', 'digits-v2'])
})

test('promotion as a process: of the champion it says so in one line, and changes nothing', async () => {
  const champion = await findChampionFolder()
  const file = path.join(path.dirname(champion), 'champion.json')
  const before = await readFile(file, 'utf8')
  const { code, out } = await runPromote(process.cwd(), translated, path.relative(process.cwd(), champion))
  expect([code, out]).toEqual([
    0,
    `${path.basename(champion)} is the champion already; nothing has changed\n`,
  ])
  expect(await readFile(file, 'utf8')).toBe(before)
})

describe('promotion as a process', () => {
  let project: string
  beforeAll(async () => {
    project = await mkdtemp(path.join(tmpdir(), 'project-'))
    await cp('models', path.join(project, 'models'), { recursive: true })
    await symlink(path.resolve('node_modules'), path.join(project, 'node_modules'), 'dir')
    await bundle({ promote: 'models/promote.ts' }, path.join(project, 'models'))
  })
  afterAll(() => rm(project, { recursive: true }))

  test('what speaks against a challenger fails it, and is overruled by --anyway alone', async () => {
    await beSlow()
    const models = path.join(project, 'models')
    await cp(modelsFolder, models, { recursive: true, force: true })

    const refused = await runPromote(project, bundled, 'models/digits-v2')
    expect(refused.code).toBe(1)
    expect(refused.out).toContain('pictures a second')
    expect(refused.error).toContain('npm run promote -- models/digits-v2 --anyway')
    expect(path.basename(await findChampionFolder(models))).toBe('digits-v1')

    const forced = await runPromote(project, bundled, 'models/digits-v2', '--anyway')
    expect([forced.code, forced.error]).toEqual([0, ''])
    expect(path.basename(await findChampionFolder(models))).toBe('digits-v2')
  })

  test.each([
    ['without a folder', [], 'npm run promote -- models/digits-vN'],
    ['with two folders', ['models/digits-v1', 'models/digits-v2'], 'npm run promote -- models/digits-vN'],
    ['with an option that it does not know', ['models/digits-v1', '--force'], '--force'],
    [
      'with a folder that is not there',
      ['models/digits-v999'],
      'there is no folder models/digits-v999; npm run train makes one\n',
    ],
    ['with a file', ['models/champion.json'], 'there is no folder models/champion.json'],
    [
      'with a folder that holds no network',
      ['models/evaluation'],
      'there is no models/evaluation/model.json',
    ],
  ])('%s it ends with one line and a failure', async (_, args, why) => {
    const { code, out, error } = await runPromote(project, bundled, ...args)
    expect([code, out]).toEqual([1, ''])
    expect(error).toContain(why)
    expect(error).not.toContain('    at ')
  })
})
