import { describe, expect, test } from 'vitest'
import { codeBelow, importsOf } from './imports'

/** The shelves of each floor, lowest first: one may import those before it, and none may import those after it. */
const floors = {
  game: ['protocol', 'prompts', 'drawing', 'scoring', 'voting', 'records', 'fair-play', 'room'],
  server: ['host', 'auth', 'judge', 'rooms', 'store', 'edge', 'commands'],
  'app/_web': ['kit', 'ink', 'home', 'people', 'admin', 'play', 'games'],
} as const

function shelfOf(file: string, floor: string): string | undefined {
  if (!file.startsWith(`${floor}/`)) return undefined
  const [shelf, ...rest] = file.slice(floor.length + 1).split('/')
  return rest.length ? shelf : undefined
}

function upward(floor: keyof typeof floors, file: string, imports: readonly string[]): string[] {
  const order: readonly (string | undefined)[] = floors[floor]
  const heightOf = (shelf: string | undefined) => order.indexOf(shelf)
  const own = heightOf(shelfOf(file, floor))
  return imports.filter((target) => own >= 0 && heightOf(shelfOf(target, floor)) > own)
}

describe.each(Object.keys(floors) as (keyof typeof floors)[])('shelves of %s', (floor) => {
  const files = codeBelow(floor).filter((file) => shelfOf(file, floor) && !file.includes('/setup/'))

  test('every folder is a shelf of the order', () => {
    expect(new Set(files.map((file) => shelfOf(file, floor)))).toEqual(new Set(floors[floor]))
  })

  test('no file imports from a higher shelf', () => {
    const found = files.flatMap((file) =>
      upward(floor, file, importsOf(file)).map((target) => `${file} -> ${target}`),
    )
    expect(found).toEqual([])
  })
})

test('shelves: an import from a higher shelf is found, from its own or a lower one is not', () => {
  expect(upward('game', 'game/drawing/ink.ts', ['game/room/room.ts'])).toHaveLength(1)
  expect(
    upward('game', 'game/room/room.ts', ['game/drawing/ink.ts', 'game/room/step.ts', 'game/settings.ts']),
  ).toEqual([])
})

test('routes: they hold nothing that others import, what they show is in app/_web', () => {
  const below = codeBelow('app').filter((file) => file.startsWith('app/_web/'))
  const found = below.flatMap((file) =>
    importsOf(file).filter((target) => target.startsWith('app/') && !target.startsWith('app/_web/')),
  )
  expect(found).toEqual([])
})
