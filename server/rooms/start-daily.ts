import type { Logger } from 'pino'
import { dayOf } from '#game/prompts/daily'
import type { Refusal } from '#game/protocol/refusal'
import type { RecordedPlayer } from '#game/records/record'
import type { Clock } from '#server/host/clock'
import type { Classifier } from '#server/judge/classifier'
import type { DailyTries } from './ports'
import type { RoomRunner } from './room-runner'
import { newGame } from './start-next'

type StartParts = {
  readonly classifier: Classifier
  readonly clock: Clock
  readonly dailyTries: DailyTries
  readonly log: Logger
}

/**
 * [R14] Starts a game with the digits of the day: the player's ranked try when it is their first. Where the database is away
 * the game is unranked and has other digits, since the try is still to be had.
 */
export function createStartDaily({ classifier, clock, dailyTries, log }: StartParts) {
  const starting = new Set<RoomRunner>()

  async function start(runner: RoomRunner, player: RecordedPlayer): Promise<Refusal | undefined> {
    const game = newGame(classifier)
    const { gameId } = game
    const at = clock.now()
    const day = dayOf(at)
    const claimed = await dailyTries.claim({ day, gameId, player, at: new Date(at) }).catch((error) => {
      log.warn({ err: error }, 'A ranked try could not be claimed, so this one is unranked')
      return { isRanked: false }
    })
    const daily = { day, ...claimed }
    const refusal = runner.submit({ type: 'game:start', ...game, playerId: player.id, daily })
    if (refusal && claimed.isRanked) await dailyTries.release(gameId)
    return refusal
  }

  return async (runner: RoomRunner, player: RecordedPlayer): Promise<Refusal | undefined> => {
    if (starting.has(runner)) return 'not-now'
    starting.add(runner)
    return start(runner, player).finally(() => starting.delete(runner))
  }
}
