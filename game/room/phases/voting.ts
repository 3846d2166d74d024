import { strokesOf } from '#game/drawing/ink'
import { stateFor } from '#game/prompts/game-seed'
import { nextRandom } from '#game/prompts/random'
import { notADigit } from '#game/protocol/constants'
import type { CommandOf } from '#game/room/command'
import { endRound } from '#game/room/end-round'
import { type Outcome, type PhaseRules, refuse, unchanged } from '#game/room/outcome'
import { type Canvas, currentDrawing, findPlayer, type Game, type PhaseOf, type Room } from '#game/room/room'
import { settings } from '#game/settings'
import { dealBallots, isComplete } from '#game/voting/ballots'

/** [R30] All players vote on which digits the others have drawn. */
export const voting: PhaseRules<'voting'> = {
  nextDeadline: (_room, phase) => phase.endsAt,

  expire(room, phase, at) {
    const { game } = room
    if (!game) return unchanged(room)
    const { startedAt, canvases, papers, ballots } = phase
    return endRound(room, game, { startedAt, canvases, events: [], voting: { papers, ballots } }, at)
  },

  accept(room, phase, command, now) {
    if (command.type === 'vote:cast') return castVote(room, phase, command)
    if (command.type !== 'round:end') return null
    if (command.playerId !== room.hostId) return refuse(room, 'not-host')
    // [R15] Only a round without a timer needs somebody to end it.
    if (room.game?.settings.timer !== 'none') return refuse(room, 'not-now')
    return { room: { ...room, phase: { ...phase, endsAt: now } }, events: [] }
  },
}

/** A vote may be changed as long as others are still voting. */
function castVote(room: Room, phase: PhaseOf<'voting'>, command: CommandOf<'vote:cast'>): Outcome {
  const { playerId, round, entry, label } = command
  if (!findPlayer(room, playerId)) return refuse(room, 'not-seated')
  if (round !== room.game?.round) return refuse(room, 'wrong-round')
  const at = phase.ballots.findIndex(({ voter }) => phase.canvases[voter]?.players.includes(playerId))
  const ballot = phase.ballots[at]
  const asked = ballot?.entries[entry]
  if (!ballot) return refuse(room, 'not-playing')
  if (!asked || label > notADigit) return refuse(room, 'bad-message')
  if (asked.label === label) return unchanged(room)
  const answered = { ...ballot, entries: ballot.entries.with(entry, { ...asked, label }) }
  const completesBallot = isComplete(answered) && !isComplete(ballot)
  return {
    room: { ...room, phase: { ...phase, ballots: phase.ballots.with(at, answered) } },
    events: [{ type: 'vote:counted', playerId, round, entry, completesBallot }],
  }
}

/** @returns null where there is nothing to vote on, or nobody to do it */
export function openVote(
  room: Room,
  game: Game,
  canvases: readonly Canvas[],
  at: number,
): Omit<PhaseOf<'voting'>, 'startedAt'> | null {
  const indices = [...canvases.keys()]
  const drawn = indices.filter((index) => isDrawn(canvases[index]))
  const seated = indices.flatMap((index) => {
    const player = findPlayer(room, canvases[index]?.players[0] ?? '')
    return player && !player.isSpectator ? { index, isAway: player.lostAt !== null } : []
  })
  // Players who are away get ballots too, for they may come back; they come last, so that drawings share the risk that they do not.
  const voters = seated.toSorted((one, other) => Number(one.isAway) - Number(other.isAway))
  const [, older] = nextRandom((game.seed + game.round) >>> 0)
  const state = stateFor(game.seed, `ballots ${game.round}`, older)
  const dealt = dealBallots({ drawn, voters: voters.map(({ index }) => index) }, state)
  const longest = Math.max(0, ...dealt.ballots.map(({ entries }) => entries.length))
  if (longest === 0) return null
  return { name: 'voting', openedAt: at, endsAt: at + votingMs(game, longest), canvases, ...dealt }
}

/** [R15] [R30] How long people may vote, ms. */
function votingMs({ settings: { timer } }: Game, entries: number): number {
  if (timer === 'none') return settings.untimedRoundMs
  const usualMs = settings.votingMs + settings.msPerVote * entries
  return timer === 'extended' ? usualMs * settings.extendedTimes : usualMs
}

/** Whether a canvas shows more than dots. */
function isDrawn(canvas: Canvas | undefined): boolean {
  return canvas !== undefined && strokesOf(currentDrawing(canvas).ink).some((stroke) => stroke.length > 1)
}
