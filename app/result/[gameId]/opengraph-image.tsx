import { getFormatter, getTranslations } from 'next-intl/server'
import { findGame } from '../../_web/games/result/find-game'
import { cardSize, drawCard } from '../../_web/games/share/card'
import { drawnByHouse, drawnByPlayer } from '../../_web/games/share/ink-paths'
import { winnersTitle } from '../../_web/play/parts/winners-title'

export const alt = 'Digit Dash'
export const size = cardSize
export const contentType = 'image/png'

type ImageProps = { params: Promise<{ gameId: string }> }

/** The picture of a game: who won, and what the winner drew, the quickest first. */
export default async function ResultImage({ params }: ImageProps) {
  const [replay, finished, facts, common, format] = await Promise.all([
    params.then(({ gameId }) => findGame(gameId)),
    getTranslations('room.finished'),
    getTranslations('replay'),
    getTranslations('common'),
    getFormatter(),
  ])
  const byHouse = [3, 7, 5, 8].map((digit, place) => drawnByHouse(digit, place))
  if (!replay || replay.standings.length === 0)
    return drawCard({ title: common('title'), line: '', places: [], drawings: byHouse })
  const named = replay.standings.map(({ player, rank, score }) => ({ ...player, rank, score }))
  const date = replay.finishedAt ? format.dateTime(replay.finishedAt, { dateStyle: 'medium' }) : ''
  const drawings = replay.rounds
    .flatMap((round) => round.drawings)
    .filter(({ ink, players }) => ink !== '' && players.some(({ id }) => id === named[0]?.id))
    .sort((one, other) => (one.lock?.atMs ?? Infinity) - (other.lock?.atMs ?? Infinity))
  return drawCard({
    title: winnersTitle(finished, named),
    line: facts('facts', { mode: replay.settings.mode, rounds: replay.rounds.length, date }),
    places:
      named.length > 1
        ? named.map(({ name, colour, score }) => ({ name, colour, score: format.number(score) }))
        : [],
    drawings:
      replay.hiddenUntil === null
        ? drawings.map(({ ink, players }) => drawnByPlayer(ink, players[0]?.colour ?? 0))
        : byHouse,
  })
}
