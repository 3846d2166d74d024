import type { SampleQuery } from '../samples/query'

/** Which held results an address asks for: those to be decided, unless it says otherwise. */
export const heldLists = { open: null, released: 'released', removed: 'removed' } as const
export type HeldList = keyof typeof heldLists

export function parseList({ list }: SampleQuery): HeldList {
  return list === 'released' || list === 'removed' ? list : 'open'
}

export function heldAddress(list: HeldList, page = 1): string {
  return `/admin/held?${new URLSearchParams({ list, page: String(page) })}`
}
