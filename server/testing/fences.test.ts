import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** One bad line for each fence of biome.json, and one good neighbour. */
const bad = [
  ['game/room/room.ts', 'node:fs'],
  ['game/room/room.ts', 'zod'],
  ['game/room/view.ts', '#server/config'],
  ['game/protocol/scalars.ts', 'react'],
  ['game/protocol/constants.ts', 'zod'],
  ['server/rooms/room-runner.ts', '@tensorflow/tfjs-core'],
  ['server/rooms/room-runner.ts', 'socket.io'],
  ['server/edge/socket/receive.ts', '@prisma/client'],
  ['server/edge/socket/receive.ts', '#server/main'],
  ['server/app.ts', './store/generated/client'],
  ['app/page.tsx', '#server/rooms/registry'],
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
const denied = 'style/noRestrictedGlobals'
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

const folder = mkdtempSync(join(tmpdir(), 'fences-'))

beforeAll(() => {
  copyFileSync('biome.json', join(folder, 'biome.json'))
  mkdirSync(join(folder, 'app/_web/kit/browser'), { recursive: true })
  copyFileSync('app/_web/kit/browser/fence.grit', join(folder, 'app/_web/kit/browser/fence.grit'))
  mkdirSync(join(folder, 'game'), { recursive: true })
  copyFileSync('game/pure.grit', join(folder, 'game/pure.grit'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const importing = (imported: string) => `import { a } from '${imported}'\n\nexport const b = a`

function lint(file: string, code: string): string {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${code}\n`)
  const biome = resolve('node_modules/@biomejs/biome/bin/biome')
  try {
    execFileSync(process.execPath, [biome, 'lint', '--vcs-enabled=false', file], {
      cwd: folder,
      stdio: 'pipe',
    })
    return 'fine'
  } catch (error) {
    return String((error as { stderr: Buffer }).stderr)
  }
}

test.each(bad)('fences: %s may not import %s', (file, imported) => {
  expect(lint(file, importing(imported))).toContain('noRestrictedImports')
})

test.each(good)('fences: %s may import %s', (file, imported) => {
  expect(lint(file, importing(imported))).toBe('fine')
})

test.each(badUses)('fences: %s may not hold: %s', (file, code, rule) => {
  expect(lint(file, code)).toContain(rule)
})

test.each(goodUses)('fences: %s may hold: %s', (file, code) => {
  expect(lint(file, code)).toBe('fine')
})

test.each(impure)('the rules may not hold: %s', (code) => {
  expect(lint('game/room/room.ts', code)).toContain(plugin)
})

test.each(pure)('the rules may hold: %s', (code) => {
  expect(lint('game/room/room.ts', code)).toBe('fine')
})

test('tests of the rules may wait', () => {
  expect(lint('game/room/room.test.ts', 'export const a = async () => setTimeout(() => {}, 1)')).toBe('fine')
})
