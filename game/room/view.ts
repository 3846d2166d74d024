import { type Drawing, type Guess, shownPrompt } from '#game/drawing/drawing'
import { encodeInk } from '#game/drawing/ink-codec'
import { memoise } from '#game/memoise'
import { revealedAt } from '#game/prompts/daily'
import type { CanvasView, DrawingResult } from '#game/protocol/canvas-view'
import { nobody, type PlayerId } from '#game/protocol/scalars'
import type { PhaseView, RoomView, StandingView, Tally } from '#game/protocol/server-messages'
import { type DrawingRecord, labelOf, type Standing } from '#game/records/record'
import { rank } from '#game/records/standings'
import { foolingOf } from '#game/scoring/fool'
import { scoreDrawing } from '#game/scoring/score'
import { countVoters } from './count-voters'
import { coverCanvas, coverOf, coverOfGhost, isCovered } from './covered'
import { viewGhostCanvases } from './ghosts'
import { modeOf } from './modes'
import { type Canvas, currentDrawing, type Game, type Phase, type Room } from './room'
import { countdownMs } from './tempo'
import { viewBallot, viewPapers } from './view-papers'
import { votersAgainst } from './votes'

/**
 * [V1] [V2] What everybody in the room may see, and no more: no seed, no prompt before its time, no one's consent.
 * @param sequence number of the last progress that they were told of
 * @param reader [R33] one of the `insiders`, who sees more than that
 */
export function viewRoom(room: Room, sequence: number, now: number, reader: PlayerId = nobody): RoomView {
  const scores = new Map(room.game?.standings.map(({ player, score }) => [player.id, score]))
  return {
    sequence,
    serverNow: now,
    code: room.code,
    hostId: room.hostId,
    settings: room.settings,
    isDaily: room.isDaily,
    doVotesDecide: room.hasBeenPublic,
    isRankedTry: isRankedTry(room, now),
    seats: room.players.map(({ id, label, colour, isSpectator, lostAt, votesAgainst }) => ({
      ...{ id, name: label, colour, isSpectator },
      isConnected: lostAt === null && !room.pause?.missing.includes(id),
      isHost: id === room.hostId,
      score: scores.get(id) ?? 0,
      votesAgainst: votersAgainst(room, { votesAgainst }).length,
    })),
    startsAt: room.startsAt,
    startsWithGhosts: room.startsWithGhosts === true,
    isWithoutGhosts: room.isWithoutGhosts === true,
    ghosts: viewGhosts(room),
    pause: room.pause && { at: room.pause.at, missing: [...room.pause.missing] },
    phase: viewPhaseFor(room, viewPhase(room), reader),
  }
}

/** [R33] @param all as everybody else sees it @returns the same as it is seen by one of the `insiders` */
export function viewRoomFor(room: Room, all: RoomView, sequence: number, reader: PlayerId): RoomView {
  return { ...all, sequence, phase: viewPhaseFor(room, all.phase, reader) }
}

/** [R14] A game that goes on when the day's secret is published counts no more. */
function isRankedTry({ game }: Room, now: number): boolean {
  const daily = game?.daily
  return daily?.isRanked === true && now < revealedAt(daily.day)
}

/** [F4] The players whose result of the finished game is held. Each of them is told, and nobody else. */
export function heldPlayers({ game, phase }: Room): PlayerId[] {
  if (phase.name !== 'finished') return []
  return (game?.standings ?? []).flatMap(({ player, heldFor = [] }) => (heldFor.length > 0 ? player.id : []))
}

/** Memoised: the same phase is serialised for everybody in the room, often at once. */
const phaseViews = memoise<Phase, PhaseView>()

function viewPhase(room: Room): PhaseView {
  const shown = phaseViews(room.phase, () => viewPhaseAnew(room))
  const { phase } = room
  return shown.name === 'voting' && phase.name === 'voting'
    ? { ...shown, ...countVoters(room, phase) }
    : shown
}

function viewPhaseFor({ game, phase }: Room, shown: PhaseView, reader: PlayerId): PhaseView {
  if (!game || !('canvases' in phase)) return shown
  if (shown.name === 'voting' && phase.name === 'voting')
    return { ...shown, ballot: viewBallot(phase, game, reader) }
  if (!('canvases' in shown)) return shown
  const own = shown.canvases.findIndex(({ cover, players }) => cover && players.includes(reader))
  const canvas = phase.canvases[own]
  return canvas ? { ...shown, canvases: shown.canvases.with(own, openCanvas(canvas)) } : shown
}

function viewPhaseAnew({ game, phase }: Room): PhaseView {
  if (!game || phase.name === 'lobby') return { name: 'lobby' }
  const inGame = {
    gameStartedAt: game.startedAt,
    round: game.round,
    rounds: modeOf(game.settings).roundsOf(game.settings),
    mode: game.settings.mode,
  }
  switch (phase.name) {
    case 'countdown':
      return { ...inGame, tally: viewTally(game), ...phase, totalMs: countdownMs(game) }
    case 'drawing':
    case 'judging': {
      const { name, startedAt, endsAt } = phase
      return {
        ...inGame,
        ...{ name, tally: viewTally(game), startedAt, endsAt },
        canvases: [
          ...phase.canvases.map((canvas) => viewCanvas(canvas, game)),
          ...(phase.ghostMs === undefined ? [] : viewGhostCanvases(game, phase.ghostMs)).map((canvas) =>
            isCovered(game.settings) ? coverCanvas(game, canvas, coverOfGhost(canvas)) : canvas,
          ),
        ],
        ...('ready' in phase && phase.ready && { ready: [...phase.ready] }),
      }
    }
    case 'voting':
      return {
        ...inGame,
        name: 'voting',
        tally: viewTally(game),
        endsAt: phase.endsAt,
        totalMs: phase.endsAt - phase.openedAt,
        papers: viewPapers(phase, game),
        ...{ voted: 0, voters: 0, ballot: null },
      }
    case 'reveal':
      return {
        ...inGame,
        name: 'reveal',
        tally: viewTally(game),
        endsAt: phase.endsAt,
        totalMs: phase.totalMs,
        drawings: phase.drawings.map(viewResult),
        ready: [...phase.ready],
      }
    case 'finished':
      return {
        ...inGame,
        name: 'finished',
        gameId: game.id,
        finishedAt: phase.finishedAt,
        standings: viewStandings(game),
        rematch: [...phase.rematch],
      }
  }
}

/** Memoised: of all drawings in a room most are unchanged since the view before. */
const inkTexts = memoise<Drawing, string>()

function inkTextOf(canvas: Canvas): string {
  const drawing = currentDrawing(canvas)
  return inkTexts(drawing, () => encodeInk(drawing.ink))
}

/** [R33] As everybody sees it. */
function viewCanvas(canvas: Canvas, game: Game): CanvasView {
  const shown = openCanvas(canvas)
  return isCovered(game.settings) ? coverCanvas(game, shown, coverOf(game, currentDrawing(canvas))) : shown
}

/** As who draws on it sees it. */
function openCanvas(canvas: Canvas): CanvasView {
  const drawing = currentDrawing(canvas)
  const { promptAtMs, lock, wrongLocks, hands } = drawing
  const locked = canvas.drawings.filter((each) => each.lock)
  return {
    players: [...canvas.players],
    pen: canvas.pen,
    drawing: canvas.drawings.length - 1,
    ...shownPrompt(drawing),
    promptAtMs,
    inkText: inkTextOf(canvas),
    guess: copyGuess(drawing.guesses.at(-1)),
    lock,
    wrongLocks,
    isByKeyboard: canvas.drawings.some((each) => each.isByKeyboard),
    ...(hands && { hands: [...hands] }),
    points: locked.reduce((sum, each) => sum + scoreDrawing(each).points, 0),
  }
}

function viewResult(record: DrawingRecord): DrawingResult {
  const { canvas, index, prompt, promptAtMs, lock, wrongLocks, points, speed, cleanness, lagCreditMs } =
    record
  return {
    ...{ canvas, index, prompt, promptAtMs, lock, wrongLocks, points, speed, cleanness, lagCreditMs },
    ...(record.sum && { sum: record.sum }),
    inkText: record.ink,
    isByKeyboard: record.isByKeyboard,
    ...(record.hands && { hands: [...record.hands] }),
    ...(record.votes && { fooling: foolingOf({ ...record, votes: record.votes }) }),
    players: record.players.map((player) => ({
      id: player.id,
      name: labelOf(player),
      colour: player.colour,
    })),
    guesses: record.guesses.map(({ opCount, thousandths }) => ({
      opCount,
      promptThousandths: thousandths[prompt] ?? 0,
    })),
  }
}

/** [R26] The ghosts of the game as seats of their own, told apart from those of people. */
function viewGhosts({ game, phase }: Room): RoomView['ghosts'] {
  if (!game?.ghosts || phase.name === 'lobby') return null
  const { kind, racers, standings } = game.ghosts
  const scores = new Map(standings.map(({ player, score }) => [player.id, score]))
  const seats = racers.map(({ player }) => ({
    ...{ id: player.id, name: labelOf(player), colour: player.colour, score: scores.get(player.id) ?? 0 },
    ...{ isSpectator: false, isConnected: true, isHost: false, votesAgainst: 0 },
  }))
  return { kind, seats }
}

/** [R26] Ghosts stand among people, by what they had in the rounds in which they raced. */
function allStandings({ standings, ghosts }: Game): readonly Standing[] {
  return ghosts ? rank([...standings, ...ghosts.standings]) : standings
}

function viewTally(game: Game): Tally {
  return allStandings(game).map(({ player, score, rank, firstCanvas }) => ({
    playerId: player.id,
    name: labelOf(player),
    colour: player.colour,
    score,
    rank,
    team: teamOf(game, firstCanvas),
  }))
}

/** Who shares a canvas is a team; a game of teams has one round. */
function teamOf({ settings }: Game, firstCanvas: number | null): number | null {
  return modeOf(settings).passesPen ? firstCanvas : null
}

function viewStandings(game: Game): StandingView[] {
  return allStandings(game).map(({ player, score, rank, locks, lockMs, isByKeyboard, firstCanvas }) => ({
    playerId: player.id,
    name: labelOf(player),
    colour: player.colour,
    ...{ score, rank, locks, lockMs, isByKeyboard },
    team: teamOf(game, firstCanvas),
    rounds: game.rounds.map(
      ({ points }) => points.find(({ playerId }) => playerId === player.id)?.points ?? null,
    ),
  }))
}

function copyGuess(guess: Guess | undefined) {
  return guess ? { ...guess, thousandths: [...guess.thousandths] } : null
}
