import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { ModelRefusedError } from './judge'
import { findChampionFolder } from './model-folder'
import { promote } from './promotion'
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

/** The shipped network under another name. */
async function publish(version: string): Promise<void> {
  await cp(await findChampionFolder(), folderOf(version), { recursive: true })
  await change(version, 'model.json', () => ({ version }))
  await change(version, 'metrics.json', () => ({ version }))
}

async function change(version: string, name: string, to: (json: Metrics) => object): Promise<void> {
  const file = path.join(folderOf(version), name)
  const json = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...json, ...to(json) }))
}
type Metrics = { readonly speed: { readonly perSecond: number; readonly aloneMs: number } }

const promoteFolder = (folder: string, isForced = false) =>
  promote({ folder, isForced, modelsFolder, backend: 'wasm', say: (line) => void lines.push(line) })
const championNow = async () => path.basename(await findChampionFolder(modelsFolder))
const beSlow = () =>
  change('digits-v2', 'metrics.json', ({ speed }) => ({
    speed: { ...speed, perSecond: speed.perSecond / 2 },
  }))

test('promotion: a challenger that nothing speaks against is the champion, and it is said how to go back', async () => {
  expect(await promoteFolder(folderOf('digits-v2'))).toBe(true)
  expect(await championNow()).toBe('digits-v2')
  expect(lines).toEqual([
    'digits-v2 judges from now on; to go back: npm run promote -- models/digits-v1 --anyway',
  ])
  expect(await readFile(path.join(modelsFolder, 'champion.json'), 'utf8')).toBe(
    '{\n  "version": "digits-v2"\n}\n',
  )
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

/** @returns the exit code, and what was printed */
function runPromote(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const command = ['--import', 'tsx', 'models/promote.ts', ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, command, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, error: err }),
    )
  })
}

test('promotion as a process: the champion can be promoted again, which changes nothing', async () => {
  const champion = await findChampionFolder()
  const file = path.join(path.dirname(champion), 'champion.json')
  const before = await readFile(file, 'utf8')
  const { code, out } = await runPromote(path.relative(process.cwd(), champion))
  expect([code, out]).toEqual([0, expect.stringContaining('judges from now on')])
  expect(await readFile(file, 'utf8')).toBe(before)
})

test.each([
  ['without a folder', [], 'npm run promote -- models/digits-vN'],
  ['with two folders', ['models/digits-v1', 'models/digits-v2'], 'npm run promote -- models/digits-vN'],
  ['with an option that it does not know', ['models/digits-v1', '--force'], '--force'],
  ['with a folder that is not there', ['models/digits-v999'], 'digits-v999'],
])('promotion as a process: %s it ends with one line and a failure', async (_, args, why) => {
  const { code, out, error } = await runPromote(...args)
  expect([code, out]).toEqual([1, ''])
  expect(error).toContain(why)
  expect(error).not.toContain('    at ')
})
