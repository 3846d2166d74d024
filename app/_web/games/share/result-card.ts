import type { ImageResponse } from 'next/og'
import { getFormatter, getTranslations } from 'next-intl/server'
import { winnersTitle } from '../../play/parts/winners-title'
import { gameFacts } from '../game-facts'
import { namedStandings } from '../named-standings'
import { findGame } from '../replay/show-game'
import { drawCard } from './card'
import { drawnByHouse, drawnByPlayer } from './card-parts'

/** The picture of a game: who won, and what the winner drew, the quickest first. */
export async function drawResultCard(gameId: string): Promise<ImageResponse> {
  const [replay, finished, facts, common, format] = await Promise.all([
    findGame(gameId),
    getTranslations('room.finished'),
    getTranslations('replay'),
    getTranslations('common'),
    getFormatter(),
  ])
  const byHouse = [3, 7, 5, 8].map((digit, colour) => drawnByHouse(digit, colour))
  if (!replay || replay.standings.length === 0)
    return drawCard({ title: common('title'), line: '', best: [], drawings: byHouse })
  const named = namedStandings(replay)
  const date = replay.finishedAt ? format.dateTime(replay.finishedAt, { dateStyle: 'medium' }) : ''
  const drawings = replay.rounds
    .flatMap((round) => round.drawings)
    .filter(({ ink, players }) => ink !== '' && players.some(({ id }) => id === named[0]?.playerId))
    .sort((one, other) => (one.lock?.atMs ?? Infinity) - (other.lock?.atMs ?? Infinity))
  return drawCard({
    title: winnersTitle(finished, named),
    line: facts('facts', { ...gameFacts(replay), date }),
    best:
      named.length > 1
        ? named.map(({ name, colour, score }) => ({ name, colour, score: format.number(score) }))
        : [],
    drawings:
      replay.hiddenUntil === null
        ? drawings.map(({ ink, players }) => drawnByPlayer(ink, players[0]?.colour ?? 0))
        : byHouse,
  })
}
