import { randomInt, randomUUID } from 'node:crypto'
import type { CommandOf } from '#game/room/command'
import type { Classifier } from '#server/judge/classifier'

/** What only the shell can give a new game: an identity, a seed nobody can guess, and the judge of the day. */
export function newGame({ judge }: Classifier): Pick<CommandOf<'game:start'>, 'gameId' | 'seed' | 'judge'> {
  return { gameId: randomUUID(), seed: randomInt(2 ** 32), judge }
}
