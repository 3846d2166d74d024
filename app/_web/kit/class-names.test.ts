import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { compile } from 'tailwindcss'
import { expect, test } from 'vitest'
import { codeBelow } from '#server/testing/imports'

const read = (file: string) => readFileSync(file, 'utf8')
const styles = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => read(path.join('app', file)))

/** What is written in attributes and calls that make class names. */
function classesIn(code: string): string[] {
  const attributes = [...code.matchAll(/className="([^"]*)"/g)].map(([, text = '']) => text)
  const calls = [...code.matchAll(/\bclasses\(([^;]*?)\)[},\n]/gs)].flatMap(([, args = '']) =>
    [...args.matchAll(/([!=]== )?'([^']*)'/g)].map(([, isCompared, text = '']) => (isCompared ? '' : text)),
  )
  return [...attributes, ...calls].flatMap((text) => text.split(/\s+/)).filter(Boolean)
}

test('class names: each that is used has a rule, of Tailwind or of our own', async () => {
  const used = [...new Set(codeBelow('app').map(read).flatMap(classesIn))]
  const { build } = await compile(read('app/globals.css'), {
    base: 'app',
    async loadStylesheet(id, base) {
      const file = id === 'tailwindcss' ? 'node_modules/tailwindcss/index.css' : path.join(base, id)
      return { path: file, base: path.dirname(file), content: read(file) }
    },
  })
  const rules = [build(used), ...styles].join('\n').replaceAll('\\', '')
  expect(used.length).toBeGreaterThan(0)
  expect(used.filter((name) => !rules.includes(`.${name}`))).toEqual([])
})
