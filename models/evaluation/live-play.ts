import { answerOf } from '#game/scoring/answer'
import type { Judge } from '#models/judge'
import { playInRoom, type RoomPlay } from './play-in-room'
import { quantileOfSorted } from './statistics'
import type { TestSet } from './test-sets'

const count = 200
/** Drawn by fingers on phones: the closest to players. */
const playedSet = 'digits-finger-test'
/** A lock should be shown so soon after the ink that it counts from. */
export const mostWaitMs = 250

export type PlayedDigit = RoomPlay & {
  /** The line of its file. */
  readonly line: number
  /** What the judge made of it in the end. */
  readonly answer: number
}

export type LivePlay = {
  readonly set: string
  readonly played: readonly PlayedDigit[]
}

/** 200 recorded digits, spread over the set, each drawn in a room of its own. @returns null where the sets do not have them */
export function playLive(sets: readonly TestSet[], judge: Pick<Judge, 'classify'>): LivePlay | null {
  const set = sets.find(({ name }) => name.startsWith(playedSet))
  if (!set || set.recorded.length === 0) return null
  const every = Math.max(1, Math.floor(set.recorded.length / count))
  const played = set.recorded
    .flatMap((one, index) =>
      index % every === 0 ? [{ ...one, line: set.pictures[index]?.record ?? 0 }] : [],
    )
    .slice(0, count)
    .map(({ digit, drawing, line }): PlayedDigit => {
      const play = playInRoom(digit, drawing, judge)
      return { ...play, line, answer: answerOf(play.record.guesses.at(-1)?.thousandths ?? []) }
    })
  return { set: set.name, played }
}

/** From the ink that a lock counts from until its player is shown it, ms; null where nothing was shown before the round ended. */
export function waitMsOf({ record, shownMs }: RoomPlay): number | null {
  return record.lock && shownMs !== null ? shownMs - record.lock.atMs : null
}

/** For a terminal: how many locked, and how long players wait for it. */
export function livePlayText({ set, played }: LivePlay): string {
  const waits = played.flatMap((one) => waitMsOf(one) ?? []).sort((a, b) => a - b)
  const afterLift = played
    .flatMap(({ shownMs, drawnMs }) => (shownMs === null ? [] : shownMs - drawnMs))
    .sort((a, b) => a - b)
  const locked = played.filter(({ record }) => record.lock).length
  const three = (values: readonly number[]) =>
    [0.5, 0.95, 1].map((share) => `${quantileOfSorted(values, share)}`).join(', ')
  return [
    `${played.length} of ${set}, each drawn in a room: ${locked} lock, ${locked - waits.length} of these only as the round ends`,
    `ms until a lock is shown; median, 95 of 100, most: ${three(waits)} from the ink that it counts from, ${three(afterLift)} from the last lift`,
  ].join('\n')
}
