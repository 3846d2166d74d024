import { randomInt, randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Logger } from 'pino'
import type { Refusal } from '#game/protocol/refusal'
import type { PlayerId } from '#game/protocol/scalars'
import type { CommandOf } from '#game/room/command'
import { ghostsFor } from '#game/room/public-start'
import type { Room } from '#game/room/room'
import type { Clock } from '#server/host/clock'
import type { Classifier } from '#server/judge/classifier'
import type { FoundGhosts, GhostSearch, QuickPlay } from './ports'
import type { RoomRunner } from './room-runner'

export type StartParts = {
  readonly classifier: Classifier
  readonly clock: Clock
  readonly quickPlay: QuickPlay
  readonly log: Logger
}

type Target = Pick<RoomRunner, 'room' | 'submit'>

/**
 * Starts the next game of a room, [R25] against ghosts for who is alone where there are any; while the database is away there are none.
 * @param isAsked whether somebody asked for it: then it begins without ghosts rather than not at all
 */
export async function startNext(
  parts: StartParts,
  target: Target,
  playerId: PlayerId,
  isAsked: boolean,
): Promise<Refusal | undefined> {
  const wanted = mayStart(target.room, playerId) ? ghostsFor(target.room) : null
  const found = wanted && (await lookForGhosts(parts, target.room, wanted))
  const isStillWanted = isDeepStrictEqual(wanted, ghostsFor(target.room))
  if (found && isStillWanted) return startAgainst(parts, target, playerId, found)
  if (isAsked || wanted === null)
    return target.submit({ type: 'game:start', playerId, ...newGame(parts.classifier) })
  return isStillWanted ? target.submit({ type: 'ghosts:none' }) : undefined
}

/** [R26] The game has the digits of the one that its ghosts come from. */
export function startAgainst(
  { classifier }: Pick<StartParts, 'classifier'>,
  target: Pick<Target, 'submit'>,
  playerId: PlayerId,
  { seed, race }: FoundGhosts,
): Refusal | undefined {
  return target.submit({ type: 'game:start', playerId, ...newGame(classifier), seed, ghosts: race })
}

/** Others are refused without a search. */
function mayStart({ hostId, phase, pause }: Room, playerId: PlayerId): boolean {
  return hostId === playerId && !pause && (phase.name === 'lobby' || phase.name === 'finished')
}

function lookForGhosts(
  { classifier, clock, quickPlay, log }: StartParts,
  { settings }: Room,
  wanted: Pick<GhostSearch, 'kind' | 'playerId'>,
): Promise<FoundGhosts | null> {
  const search = { ...wanted, settings, judge: classifier.judge, at: new Date(clock.now()) }
  return quickPlay.findGhosts(search).catch((error) => {
    log.warn({ err: error }, 'Ghosts could not be looked for, so there are none')
    return null
  })
}

/** What only the shell can give a new game: an identity, [R36] a seed of 53 bits, which nobody can guess, and the judge of the day. */
export function newGame({ judge }: Classifier): Pick<CommandOf<'game:start'>, 'gameId' | 'seed' | 'judge'> {
  return { gameId: randomUUID(), seed: randomInt(1, 2 ** 21) * 2 ** 32 + randomInt(2 ** 32), judge }
}
