import type { Mode } from './mode'

/** One prompt a round; everybody draws it at the same time on a canvas of their own. */
export const raceMode: Mode = {
  roundsOf: (settings) => settings.rounds,
  seat: (players) => players.map((player) => [player]),
  afterLock: 'finish',
  passesPen: false,
}
