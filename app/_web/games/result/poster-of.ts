import type { Poster } from '../share/poster'
import type { Competitor, PromptTurn } from './turns'

type PosterOptions = {
  title: string
  line: string
  foot: string
  /** Whose drawings are on it. */
  side: Competitor
  turns: readonly PromptTurn[]
  seconds: (ms: number) => string
}

/** What is on the picture of a game: who won, and what one player drew, the quickest first. */
export function posterOf({ title, line, foot, side, turns, seconds }: PosterOptions): Poster {
  const drawn = turns
    .flatMap(({ drawings }) => drawings.filter((each) => each.side === side.key))
    .map(({ drawing }) => drawing)
    .filter(({ ink }) => ink !== '')
    .sort((one, other) => (one.lock?.atMs ?? Infinity) - (other.lock?.atMs ?? Infinity))
  return {
    ...{ title, line, foot },
    drawings: drawn.map(({ ink, lock }) => ({
      ink,
      colour: side.colour,
      note: lock ? seconds(lock.atMs) : '',
    })),
  }
}
