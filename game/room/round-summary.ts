import { type Evidence, evidenceOf } from '#game/fair-play/evidence'
import { findHoldReasons } from '#game/fair-play/find-hold-reasons'
import type { GameId, PlayerId, RoomSettings } from '#game/protocol/scalars'
import type { DrawingRecord, Standing } from '#game/records/record'
import { isRanked } from '#game/records/what-counts'
import type { Game } from './room'

/** What a room keeps of a round that is over; its record has left with the event. */
export type RoundSummary = {
  /** Of each player who had a canvas. */
  readonly points: readonly { readonly playerId: PlayerId; readonly points: number }[]
  /** [F4] What may speak against those who drew; none in games that count nowhere. */
  readonly evidence: readonly (Evidence & { readonly players: readonly PlayerId[] })[]
}

/**
 * @param ghosts what ghosts drew in it: their points are shown, and nothing else is kept of them
 * @throws InkFormatError when the stored ink of a drawing cannot be read
 */
export function summariseRound(
  settings: RoomSettings,
  drawings: readonly DrawingRecord[],
  ghosts?: { readonly source: GameId; readonly drawings: readonly DrawingRecord[] },
): RoundSummary {
  const points = new Map<PlayerId, number>()
  for (const drawing of [...drawings, ...(ghosts?.drawings ?? [])]) {
    for (const { id } of drawing.players) points.set(id, (points.get(id) ?? 0) + drawing.points)
  }
  return {
    points: [...points].map(([playerId, sum]) => ({ playerId, points: sum })),
    evidence: isRanked(settings, ghosts?.source) ? drawings.flatMap(evidenceOfAll) : [],
  }
}

function evidenceOfAll(drawing: DrawingRecord): RoundSummary['evidence'] {
  const evidence = evidenceOf(drawing)
  return evidence ? [{ ...evidence, players: drawing.players.map(({ id }) => id) }] : []
}

/** [F4] The standings of a game that is over, each with why it is held. Games that count nowhere hold nobody. */
export function holdStandings({ settings, standings, rounds, ghosts }: Game): Standing[] {
  if (!isRanked(settings, ghosts?.source)) return [...standings]
  const evidence = rounds.flatMap((round) => round.evidence)
  return standings.map((standing) => {
    const own = evidence.filter(({ players }) => players.includes(standing.player.id))
    return { ...standing, heldFor: findHoldReasons(own) }
  })
}
