import { firefox } from './firefox'
import type { Engine } from './visitor'
import { webkitgtk } from './webkitgtk'

export const engines: readonly Engine[] = [firefox, webkitgtk]

/** Those that this machine has. */
export const findEngines = () => engines.filter(({ missing }) => missing === null)

/** @returns a line for each engine that cannot run here */
export const describeMissing = () =>
  engines.flatMap(({ name, missing }) => (missing ? [`${name} is skipped: ${missing}`] : []))
