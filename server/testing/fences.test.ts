import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'

/** One bad line for each fence of biome.json, and one good neighbour. */
const bad = [
  ['game/room/room.ts', 'node:fs'],
  ['game/room/room.ts', 'zod'],
  ['game/room/view.ts', '#server/config'],
  ['game/protocol/scalars.ts', 'react'],
  ['game/protocol/constants.ts', 'zod'],
  ['server/rooms/room-runner.ts', '@tensorflow/tfjs-core'],
  ['models/judge.ts', './network/tfjs-network'],
  ['models/network/wasm-network.ts', '@tensorflow/tfjs-core'],
  ['server/rooms/room-runner.ts', 'socket.io'],
  ['server/edge/socket/receive.ts', '@prisma/client'],
  ['server/edge/socket/receive.ts', '#server/main'],
  ['server/app.ts', './store/generated/client'],
  ['app/page.tsx', '#server/rooms/registry'],
  ['app/page.tsx', 'next/link'],
  ['models/judge.ts', '#server/config'],
] as const
const good = [
  ['game/room/room.ts', '#game/scoring/score'],
  ['game/prompts/daily.ts', '@noble/hashes/sha2.js'],
  ['game/protocol/scalars.ts', 'zod'],
  ['server/store/boards/leaderboard.ts', './generated/client'],
  ['models/judge.ts', '#game/drawing/rasterise'],
  ['app/page.tsx', '#game/settings'],
] as const

/** One bad line for each thing that not every browser has, and one good neighbour. */
const denied = 'lint/style/noRestrictedGlobals'
const plugin = 'plugin'
const badUses = [
  ['app/page.tsx', 'export const a = () => navigator.clipboard', denied],
  ['app/page.tsx', 'export const a = () => localStorage', denied],
  ['app/page.tsx', 'export const a = () => sessionStorage', denied],
  ['app/page.tsx', 'export const a = () => indexedDB', denied],
  ['app/page.tsx', 'export const a = () => new AudioContext()', denied],
  ['app/page.tsx', 'export const a = () => new ResizeObserver(() => {})', denied],
  ['app/page.tsx', "export const a = () => matchMedia('print')", denied],
  ['app/page.tsx', 'export const a = () => crypto.randomUUID()', denied],
  ['app/page.tsx', 'export const a = () => requestIdleCallback(() => {})', denied],
  ['app/page.tsx', 'export const a = () => Notification.permission', denied],
  ['models/judge.ts', 'export const a = () => WebAssembly', denied],
  ['game/room/room.ts', 'export const a = () => crypto.randomUUID()', denied],
  ['app/page.tsx', 'export const a = () => window.navigator', plugin],
  ['app/page.tsx', "export const a = () => window.matchMedia('print')", plugin],
  ['app/page.tsx', 'export const a = () => globalThis.localStorage', plugin],
  ['app/page.tsx', 'export const a = (event: PointerEvent) => event.getCoalescedEvents()', plugin],
  ['app/page.tsx', 'export const a = (pad: Element) => pad.setPointerCapture(1)', plugin],
  ['app/page.tsx', "export const a = () => document.execCommand('copy')", plugin],
  ['app/page.tsx', 'export const a = () => document.startViewTransition()', plugin],
  ['app/page.tsx', 'export const a = (pad: Element) => pad.requestFullscreen()', plugin],
  [
    'app/page.tsx',
    "export const a = (pad: Element) => pad.addEventListener('pointerrawupdate', alert)",
    plugin,
  ],
  ['game/room/room.ts', 'export const a = () => window.navigator', plugin],
] as const
const goodUses = [
  ['app/_web/kit/browser/pointer.ts', 'export const a = (event: PointerEvent) => event.getCoalescedEvents()'],
  ['app/_web/kit/browser/copy-text.ts', 'export const a = () => navigator.clipboard'],
  ['app/page.test.ts', 'export const a = () => localStorage'],
  ['app/page.tsx', "export const a = (pad: Element) => pad.addEventListener('pointermove', alert)"],
] as const

/** One bad line for each thing that would make the rules depend on more than their arguments, and one good neighbour. */
const impure = [
  'export const a = () => Math.random()',
  'export const a = () => Date.now()',
  'export const a = () => new Date()',
  'export const a = () => Date()',
  'export const a = () => performance.now()',
  'export const a = () => process.env.HOME',
  'export const a = () => globalThis.name',
  "export const a = () => console.log('a')",
  "export const a = () => fetch('a')",
  'export const a = () => setTimeout(() => {}, 1)',
  'export const a = () => setInterval(() => {}, 1)',
  'export const a = () => setImmediate(() => {})',
  'export const a = () => queueMicrotask(() => {})',
  'export const a = () => new Promise(() => {})',
  'export const a = () => Promise.resolve(1)',
  'export async function a() {}',
  'export const a = async () => {}',
  'export const a = async function () {}',
  'export const a = { async b() {} }',
  'export class A {\n  async b() {}\n}',
] as const
const pure = [
  'export const a = (at: number) => new Date(at).toISOString()',
  'export const a = (day: string) => Date.parse(day)',
  'export const a = (x: number) => Math.floor(x)',
] as const

const importing = (imported: string) => `import { a } from '${imported}'\n\nexport const b = a`
const inRules = 'game/room/room.ts'
const waiting = ['game/room/room.test.ts', 'export const a = async () => setTimeout(() => {}, 1)'] as const

/** What is linted: the code of each case, by the file it is to stand in. */
const cases: readonly (readonly [file: string, code: string])[] = [
  ...[...bad, ...good].map(([file, imported]) => [file, importing(imported)] as const),
  ...[...badUses, ...goodUses].map(([file, code]) => [file, code] as const),
  ...[...impure, ...pure].map((code) => [inRules, code] as const),
  waiting,
]
/** By case, what Biome says about it. */
let said: Map<string, string[]>

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'fences-'))
  try {
    said = lintAll(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** One start of Biome for all cases. Where several are of one file, the others stand in folders beside it: of a file it names a plugin once. */
function lintAll(folder: string): Map<string, string[]> {
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  for (const file of ['biome.json', 'app/_web/kit/browser/fence.grit', 'game/pure.grit'])
    write(file, readFileSync(file, 'utf8'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const caseOf = new Map<string, string>()
  for (const [index, [file, code]] of cases.entries()) {
    const place = caseOf.has(file) ? `${dirname(file)}/${index}/${basename(file)}` : file
    caseOf.set(place, `${file} ${code}`)
    write(place, `${code}\n`)
  }
  const biome = resolve('node_modules/@biomejs/biome/bin/biome')
  const options = ['--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none']
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', ...options, ...caseOf.keys()], {
    cwd: folder,
    encoding: 'utf8',
  })
  const found = new Map<string, string[]>()
  for (const [, rule = '', file = ''] of stdout.matchAll(/^::\w+ title=([^,]*),file=([^,]*),/gm)) {
    const place = [...caseOf.keys()].find((each) => file.replaceAll('\\', '/').endsWith(`/${each}`)) ?? ''
    const key = caseOf.get(place) ?? file
    found.set(key, [...(found.get(key) ?? []), rule])
  }
  if (found.size === 0) throw new Error(`Biome has said nothing: ${stdout}`)
  return found
}

/** @returns the rules that are broken */
function broken(file: string, code: string): string[] {
  return said.get(`${file} ${code}`) ?? []
}

test.each(bad)('fences: %s may not import %s', (file, imported) => {
  expect(broken(file, importing(imported))).toContain('lint/style/noRestrictedImports')
})

test.each(good)('fences: %s may import %s', (file, imported) => {
  expect(broken(file, importing(imported))).toEqual([])
})

test.each(badUses)('fences: %s may not hold: %s', (file, code, rule) => {
  expect(broken(file, code)).toContain(rule)
})

test.each(goodUses)('fences: %s may hold: %s', (file, code) => {
  expect(broken(file, code)).toEqual([])
})

test.each(impure)('the rules may not hold: %s', (code) => {
  expect(broken(inRules, code)).toContain(plugin)
})

test.each(pure)('the rules may hold: %s', (code) => {
  expect(broken(inRules, code)).toEqual([])
})

test('tests of the rules may wait', () => {
  expect(broken(...waiting)).toEqual([])
})
