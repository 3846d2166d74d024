import type { Day } from '#game/prompts/daily'
import { readStored, store } from '../../kit/browser/storage'

const key = 'daily-fingerprints'
/** How many fingerprints are stored, the newest: older days cannot be checked against what was seen before. */
const mostDays = 60

/** @returns the first fingerprint that this browser was shown for the day, which it stores */
export function rememberFingerprint(day: Day, fingerprint: string): string {
  const seen = readSeen()
  const [, first] = seen.find(([known]) => known === day) ?? []
  if (first !== undefined) return first
  const days = [...seen, [day, fingerprint]].sort().slice(-mostDays)
  store(key, JSON.stringify(days))
  return fingerprint
}

/** What is stored may be of any shape: anybody can write there. */
function readSeen(): [Day, string][] {
  try {
    const kept: unknown = JSON.parse(readStored(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isEntry) : []
  } catch {
    return []
  }
}

function isEntry(entry: unknown): entry is [Day, string] {
  return Array.isArray(entry) && entry.length === 2 && entry.every((text) => typeof text === 'string')
}
