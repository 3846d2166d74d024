import type { Drawing } from '#game/drawing/drawing'
import { inkLength } from '#game/drawing/ink'
import { encodeInk } from '#game/drawing/ink-codec'
import type { DrawingRecord, GameHeader, GameRecord, RecordedPlayer } from '#game/records/record'
import { foolPoints } from '#game/scoring/fool'
import { scoreDrawing } from '#game/scoring/score'
import { goldCheckOf, type Voting } from '#game/voting/ballots'
import { votesOn } from '#game/voting/count-votes'
import { groupByNetwork } from './networks'
import { type Canvas, findPlayer, type Game, type Player, type Room } from './room'

export function recordPlayer({ id, name, label, colour }: Player): RecordedPlayer {
  return { id, name, label, colour }
}

/** One record for each drawing on a canvas, in the names of all who shared it, gone or not. */
export function recordCanvas(
  room: Room,
  game: Game,
  canvas: Canvas,
  canvasIndex: number,
  voting: Voting | null,
): DrawingRecord[] {
  const players = canvas.players.flatMap((id) => {
    const seated = findPlayer(room, id)
    return seated ? [recordPlayer(seated)] : game.players.filter((player) => player.id === id)
  })
  const records = canvas.drawings.map((drawing, index) => recordDrawing(drawing, index, canvasIndex, players))
  return voting ? records.map((record) => addVotes(record, voting)) : records
}

/** [S17] Adds the votes on a drawing, and the points that follow from them. */
function addVotes(record: DrawingRecord, voting: Voting): DrawingRecord {
  const own = voting.ballots.find(({ voter }) => voter === record.canvas)
  const votes = votesOn(voting, record.canvas)
  const points = foolPoints({ ...record, votes })
  return {
    ...record,
    ...{ points, speed: 0, cleanness: 0, votes },
    goldCheck: own ? goldCheckOf(voting, own) : null,
  }
}

function recordDrawing(
  drawing: Drawing,
  index: number,
  canvas: number,
  players: readonly RecordedPlayer[],
): DrawingRecord {
  const { prompt, sum, promptAtMs, ink, pointCount, guesses, lock, wrongLocks, lagCreditMs } = drawing
  const { isByKeyboard, hands } = drawing
  return {
    ...scoreDrawing(drawing),
    ...{ canvas, index, players, prompt, promptAtMs, pointCount, lock, wrongLocks, lagCreditMs },
    guesses: guesses.slice(),
    isByKeyboard,
    ...(sum && { sum }),
    ...(hands && { hands }),
    ink: encodeInk(ink),
    inkLength: Math.round(inkLength(ink)),
  }
}

export function gameHeader(room: Room, game: Game): GameHeader {
  const { id, settings, seed, judge, edition, daily, ghosts, startedAt } = game
  const header = { id, roomCode: room.code, settings, seed, judge, day: daily?.day ?? null, startedAt }
  return { ...header, ...(edition && { edition }), ...(ghosts && { ghosts: ghosts.source }) }
}

export function recordGame(room: Room, game: Game, finishedAt: number): GameRecord {
  const networks = groupByNetwork(
    room.arrivals,
    game.standings.map(({ player }) => player.id),
  )
  return {
    ...gameHeader(room, game),
    finishedAt,
    rounds: game.rounds.length,
    standings: game.standings.map((standing) => {
      const network = networks.get(standing.player.id)
      return network === undefined ? standing : { ...standing, network }
    }),
  }
}
