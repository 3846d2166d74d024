import type { Mode } from './mode'

/** One round, one sequence of prompts for all; each lock brings the next at once. */
export const rushMode: Mode = {
  roundsOf: () => 1,
  seat: (players) => players.map((player) => [player]),
  afterLock: 'next',
  passesPen: false,
}
