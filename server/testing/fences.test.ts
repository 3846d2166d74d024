import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** One bad line for each fence of biome.json, and one good neighbour. */
const bad = [
  ['game/room.ts', 'node:fs'],
  ['game/room.ts', 'zod'],
  ['game/view.ts', '#server/config'],
  ['game/protocol/scalars.ts', 'react'],
  ['server/rooms/room-runner.ts', '@tensorflow/tfjs-core'],
  ['server/rooms/room-runner.ts', 'socket.io'],
  ['server/socket/receive.ts', '@prisma/client'],
  ['server/socket/receive.ts', '#server/main'],
  ['server/app.ts', './store/generated/client'],
  ['app/page.tsx', '#server/rooms/registry'],
  ['models/judge.ts', '#server/config'],
] as const
const good = [
  ['game/room.ts', '#game/score'],
  ['game/protocol/scalars.ts', 'zod'],
  ['server/store/leaderboard.ts', './generated/client'],
  ['models/judge.ts', '#game/drawing/rasterise'],
  ['app/page.tsx', '#game/settings'],
] as const

const folder = mkdtempSync(join(tmpdir(), 'fences-'))

beforeAll(() => {
  copyFileSync('biome.json', join(folder, 'biome.json'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function lint(file: string, imported: string): string {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `import { a } from '${imported}'\n\nexport const b = a\n`)
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

test.each(bad)('%s may not import %s', (file, imported) => {
  expect(lint(file, imported)).toContain('noRestrictedImports')
})

test.each(good)('%s may import %s', (file, imported) => {
  expect(lint(file, imported)).toBe('fine')
})
