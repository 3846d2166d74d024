import { playerName } from '#game/protocol/scalars'
import {
  insultingNumbers,
  insults,
  joinedWith,
  notForStrangers,
  realNames,
  signsNotForStrangers,
  unmistakable,
} from './insults'
import { lowerCase, type ReadWord, readName } from './read-name'
import { neutralName } from './suggested-names'
import { createWordFilter } from './word-filter'

/** A name as it is stored, or why what was typed is none [P4]. */
export function parseName(
  typed: string,
): { readonly name: string } | { readonly refusal: 'bad-name' | 'long-name' } {
  const { success, data, error } = playerName.safeParse(typed)
  if (success) return { name: data }
  return { refusal: error.issues.some(({ code }) => code === 'too_big') ? 'long-name' : 'bad-name' }
}

const holdsInsult = createWordFilter({ lists: Object.values(insults), realNames, joinedWith, unmistakable })
const isForFriendsOnly = createWordFilter({ lists: Object.values(notForStrangers), realNames })

/** Whether a name is an insult, by a list of whole words, or numbers that stand for one. */
export function isInsultingName(name: string): boolean {
  return isInsult(name, readName(name))
}

function isInsult(name: string, words: readonly ReadWord[]): boolean {
  const bare = lowerCase(name.normalize('NFKC')).replaceAll(/[^\p{L}\p{N}]/gu, '')
  return insultingNumbers.test(bare) || holdsInsult(words)
}

/** More names than boards show: each has an answer for as long as there is the process, as boards show the same ones again and again. */
const mostKnown = 5_000
const known = new Map<string, boolean>()

/** Whether a name may be shown to strangers: in public rooms, where more is refused than among friends, and on boards. */
export function isNameForStrangers(name: string): boolean {
  const answer = known.get(name) ?? isHarmless(name)
  if (known.size >= mostKnown) known.clear()
  known.set(name, answer)
  return answer
}

function isHarmless(name: string): boolean {
  const words = readName(name)
  return !isInsult(name, words) && !isForFriendsOnly(words) && !signsNotForStrangers.test(name)
}

/** What strangers see in place of a private name. */
export function nameForStrangers(playerId: string, name: string): string {
  return isNameForStrangers(name) ? name : neutralName(playerId)
}

/** A stored name within the length limit: earlier versions stored it with the number that distinguished it in a room. */
export function ownName(stored: string): string {
  return playerName.safeParse(stored).success ? stored : stored.replace(/ \d+$/, '')
}

/** Whether a name is the one that an admin has refused, with or without a distinguishing number. */
export function isRefusedName(name: string, refusedName: string | null): boolean {
  return refusedName !== null && `${name} `.startsWith(`${refusedName} `)
}
