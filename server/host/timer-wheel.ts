import type { Clock } from './clock'

/**
 * Wakes all who wait for the same slot of time by one timer, in the order of their times: with hundreds of rooms there is one
 * timer, and what they have to do comes together. A wake is late by up to a slot.
 */
export function createTimerWheel(clock: Clock, slotMs: number): Clock {
  type Entry = { readonly at: number; readonly wake: () => void }
  const slots = new Map<number, Set<Entry>>()
  let armed = { slot: Number.POSITIVE_INFINITY, callOff: () => {} }

  function arm(slot: number): void {
    if (slot >= armed.slot) return
    armed.callOff()
    armed = { slot, callOff: clock.wakeAt(slot * slotMs, turn) }
  }

  function turn(): void {
    armed = { slot: Number.POSITIVE_INFINITY, callOff: () => {} }
    const now = clock.now()
    const due = [...slots].filter(([slot]) => slot * slotMs <= now)
    for (const [slot] of due) slots.delete(slot)
    for (const slot of slots.keys()) arm(slot)
    runAll(due.flatMap(([, entries]) => [...entries]).sort((one, other) => one.at - other.at))
  }

  /** An error in one does not keep the others from their turn. */
  function runAll(entries: readonly Entry[]): void {
    for (const [index, { wake }] of entries.entries()) {
      let isDone = false
      try {
        wake()
        isDone = true
      } finally {
        if (!isDone) runAll(entries.slice(index + 1))
      }
    }
  }

  return {
    now: clock.now,
    wakeAt(at, wake) {
      if (at === Number.POSITIVE_INFINITY) return () => {}
      const slot = Math.ceil(at / slotMs)
      const entry = { at, wake }
      const entries = slots.get(slot) ?? new Set()
      slots.set(slot, entries.add(entry))
      arm(slot)
      return () => {
        entries.delete(entry)
        if (entries.size === 0 && slots.get(slot) === entries) slots.delete(slot)
      }
    },
  }
}
