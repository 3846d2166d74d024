import { playerName } from '#game/protocol/scalars'
import { insults, joinedWith, notForStrangers, realNames } from './insults'
import { neutralName } from './suggested-names'
import { createWordFilter } from './word-filter'

/** Whether a name says something that nobody should be called, as far as a list of whole words can tell. */
export const isInsultingName = createWordFilter({ lists: Object.values(insults), realNames, joinedWith })

const isForFriendsOnly = createWordFilter({ lists: Object.values(notForStrangers), realNames })

/** Whether a name may be shown to strangers: in public rooms, where more is refused than among friends, and on boards. */
export function isNameForStrangers(name: string): boolean {
  return !isInsultingName(name) && !isForFriendsOnly(name)
}

/** What strangers read in place of a name that is for friends only. */
export function nameForStrangers(playerId: string, name: string): string {
  return isNameForStrangers(name) ? name : neutralName(playerId)
}

/** A stored name as its player may bear it: earlier versions stored it with the number that told it apart in some room. */
export function ownName(stored: string): string {
  return playerName.safeParse(stored).success ? stored : stored.replace(/ \d+$/, '')
}

/** Whether a name is the one an admin has refused, alone or with what tells it apart. */
export function isRefusedName(name: string, refusedName: string | null): boolean {
  return refusedName !== null && `${name} `.startsWith(`${refusedName} `)
}
