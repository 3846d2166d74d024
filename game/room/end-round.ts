import type { RoundRecord } from '#game/records/record'
import { addRound } from '#game/records/standings'
import type { Voting } from '#game/voting/ballots'
import type { DrawingEvent } from './event'
import { ghostRecords } from './ghosts'
import { gameHeader, recordCanvas } from './make-record'
import { modeOf } from './modes'
import { type Outcome, viewChanged } from './outcome'
import type { Canvas, Game, Room } from './room'
import { summariseRound } from './round-summary'
import { holdSeatsFrom } from './seats'
import { revealMs } from './tempo'

type Ended = {
  /** When the round did, ms since the epoch. */
  readonly startedAt: number
  readonly canvases: readonly Canvas[]
  readonly events: readonly DrawingEvent[]
  /** [R30] Where people voted. */
  readonly voting?: Voting
  /** [R26] Whether ghosts drew in it. */
  readonly isGhostRace?: boolean
}

const noVotes: Voting = { papers: [], ballots: [] }

/** Nothing more can count: the round is recorded, and everybody sees what came of it. */
export function endRound(
  room: Room,
  game: Game,
  { startedAt, canvases, events, voting = noVotes, isGhostRace = false }: Ended,
  at: number,
): Outcome {
  const votes = modeOf(game.settings).isVotedOn ? voting : null
  const drawings = canvases.flatMap((canvas, canvasIndex) =>
    recordCanvas(room, game, canvas, canvasIndex, votes),
  )
  const record: RoundRecord = {
    game: gameHeader(room, game),
    round: game.round,
    startedAt,
    endedAt: at,
    drawings,
  }
  const { ghosts } = game
  const { hasStreakBonus } = game.settings
  // [R26] Shown and compared with, but part of no record.
  const ghostDrawings = isGhostRace ? ghostRecords(game, canvases.length) : []
  const totalMs = revealMs(game, at - startedAt)
  const ofGhosts = ghosts && { source: ghosts.source, drawings: ghostDrawings }
  const after = {
    ...holdSeatsFrom(room, at),
    game: {
      ...game,
      rounds: [...game.rounds, summariseRound(game.settings, drawings, ofGhosts)],
      standings: addRound(game.standings, drawings, hasStreakBonus),
      ...(ghosts && {
        ghosts: { ...ghosts, standings: addRound(ghosts.standings, ghostDrawings, hasStreakBonus) },
      }),
    },
    phase: {
      ...({ name: 'reveal', startedAt: at, endsAt: at + totalMs, totalMs, ready: [] } as const),
      drawings: [...drawings, ...ghostDrawings],
    },
  }
  return viewChanged(after, ...events, { type: 'round:finished', record })
}
