import { firefox } from './firefox'
import type { Engine } from './visitor'
import { webkitgtk } from './webkitgtk'

export const engines: readonly Engine[] = [firefox, webkitgtk]

/** @throws Error when this machine has none */
export function findEngines(): Engine[] {
  const found = engines.filter(({ missing }) => missing === null)
  if (found.length === 0)
    throw new Error(`No browser to try beside Chromium: ${describeMissing().join('; ')}.`)
  return found
}

/** @returns a line for each engine that cannot run here */
export const describeMissing = () =>
  engines.flatMap(({ name, missing }) => (missing ? [`${name} is skipped: ${missing}`] : []))
