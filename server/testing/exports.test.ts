import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codeBelow } from './imports'

const floors = ['app', 'bench', 'e2e', 'game', 'models', 'server']

/** Next finds these by their names, in any file that is a route. */
const ofRoutes = new Set(
  'GET POST PUT PATCH DELETE HEAD OPTIONS metadata generateMetadata viewport generateViewport generateStaticParams dynamic revalidate runtime alt size contentType'.split(
    ' ',
  ),
)
const isRoute = (file: string) => file.startsWith('app/') && !file.startsWith('app/_web/')

/** Globals of browsers that Node does not have, and whose names one may well want; `Lock` is left out, a word of the game. */
const ofBrowsers =
  'Animation Attr Audio Comment Document Element History Image Location MediaSource Node Notification Option Plugin Range Screen Selection Text Touch Window Worker'
const globals = new Set([...Object.getOwnPropertyNames(globalThis), ...ofBrowsers.split(' ')])

const declared =
  /^(export )?(?:declare )?(?:abstract )?(?:async )?(?:const enum|function\*?|const|let|class|type|interface|enum) ([\w$]+)/gm
const listed = /^export (?:type )?\{([^}]*)\}/gm

/** The names that a file declares at its top level, and those that others may import by name. */
function namesIn(file: string, code: string): { declared: string[]; exported: string[] } {
  const all = [...code.matchAll(declared)]
  const later = [...code.matchAll(listed)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim().replace(/^(?:type )?(?:.* as )?/, '')),
  )
  const exported = [...all.filter(([, isExported]) => isExported).map(([, , name = '']) => name), ...later]
  return {
    declared: all.map(([, , name = '']) => name),
    exported: exported.filter((name) => name && name !== 'default' && !(isRoute(file) && ofRoutes.has(name))),
  }
}

/** @param files path and code of each @returns by name, the files that export it, where there are several */
function exportedTwice(files: readonly (readonly [string, string])[]): Map<string, string[]> {
  const filesOf = new Map<string, string[]>()
  for (const [file, code] of files) {
    for (const name of new Set(namesIn(file, code).exported)) {
      filesOf.set(name, [...(filesOf.get(name) ?? []), file])
    }
  }
  return new Map([...filesOf].filter(([, exporting]) => exporting.length > 1))
}

const files = floors.flatMap(codeBelow).map((file) => [file, readFileSync(file, 'utf8')] as const)

test('exports: no two files export a type or value of one name', () => {
  const found = [...exportedTwice(files)].map(([name, exporting]) => `${name}: ${exporting.join(', ')}`)
  expect(found).toEqual([])
})

test('names: nothing at the top level of a file shadows a global', () => {
  const found = files.flatMap(([file, code]) =>
    namesIn(file, code)
      .declared.filter((name) => globals.has(name))
      .map((name) => `${file}: ${name}`),
  )
  expect(found).toEqual([])
})

test('exports: a duplicate is found among types, values and lists; what only routes share is none', () => {
  const one = 'export type Guess = number\nexport const best = 1\nexport function GET() {}\n'
  const other =
    'type Guess = 1\nconst well = 2\nexport { type Guess, well as best }\nexport async function GET() {}\n'
  expect([
    ...exportedTwice([
      ['app/a/route.ts', one],
      ['app/b/route.ts', other],
    ]).keys(),
  ]).toEqual(['Guess', 'best'])
  expect([
    ...exportedTwice([
      ['game/a.ts', one],
      ['game/b.ts', other],
    ]).keys(),
  ]).toEqual(['Guess', 'best', 'GET'])
})
