import type { Day } from '#game/prompts/daily'
import { keep, readKept } from '../../kit/browser/storage'

const key = 'daily-fingerprints'
/** Who looks again later than this has only the page's word. */
const mostDays = 60

/** @returns the first fingerprint that this browser was shown for the day, which it keeps */
export function rememberFingerprint(day: Day, fingerprint: string): string {
  const seen = readSeen()
  const [, first] = seen.find(([known]) => known === day) ?? []
  if (first !== undefined) return first
  const days = [...seen, [day, fingerprint]].sort().slice(-mostDays)
  keep(key, JSON.stringify(days))
  return fingerprint
}

/** What is kept may be of any shape: anybody can write there. */
function readSeen(): [Day, string][] {
  try {
    const kept: unknown = JSON.parse(readKept(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isEntry) : []
  } catch {
    return []
  }
}

function isEntry(entry: unknown): entry is [Day, string] {
  return Array.isArray(entry) && entry.length === 2 && entry.every((text) => typeof text === 'string')
}
