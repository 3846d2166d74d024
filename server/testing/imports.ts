import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const isCode = /\.(?:tsx?|mjs)$/
const isForTests = /\.test\.tsx?$|(?:^|\/)(?:testing|generated)\//
const imported = /(?:from|import)\s+'([.#][^']*)'|import\(\s*'([.#][^']*)'/g

/** The project's code below a folder, without tests and what is generated. @returns paths from the root */
export function codeBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) => isCode.test(file) && !isForTests.test(file))
}

/** The project's own files that a file imports, types too. @returns paths from the root */
export function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(imported)].flatMap(([, whole, lazy]) => {
    const name = whole ?? lazy ?? ''
    const target = name.startsWith('#') ? name.slice(1) : path.posix.join(path.posix.dirname(file), name)
    return ['', '.ts', '.tsx']
      .map((ending) => target + ending)
      .filter((found) => isCode.test(found) && existsSync(found))
  })
}
