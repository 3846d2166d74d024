import type { PlayerId } from '#game/protocol/scalars'
import { answerOf } from '#game/scoring/answer'
import { isRevealed } from '#server/store/daily/revealed-days'
import { unpackGuesses } from '#server/store/games/stored-guesses'
import { isCounted } from '#server/store/moderation/hold-results'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'

/** A cell of a confusion matrix: what the network read in the end, so many times, when the player was asked for a digit. */
export type DigitReading = { prompt: number; label: number; count: number }

/** Older drawings no longer tell how somebody draws. */
const mostDrawings = 1_000

/**
 * The player's own confusion matrix, of their newest drawings on canvases that nobody shared, without those of held
 * results [F5]. Pairs that never occurred are left out. A label is the judge's answer [S13]: a digit, or 10 for "not a digit".
 * @returns ordered by prompt, then label
 */
export async function listReadings(
  prisma: Prisma,
  playerId: PlayerId,
  now = Date.now(),
): Promise<DigitReading[]> {
  const newest = await prisma.$queryRaw<{ prompt: number; final: unknown }[]>`
    select drawing.prompt::int, jsonb_build_array(drawing.guesses -> -1) as final
    from "Drawer" drawer
      join "Drawing" drawing on drawing.id = drawer."drawingId" and drawing."pointCount" > 0 and drawing.sum is null
      join "Round" round on round.id = drawing."roundId"
      join "Game" game on game.id = round."gameId" and game.mode not in ('relay', 'fool')
        and ${isRevealed(now)}
    where drawer."playerId" = ${playerId}::uuid and jsonb_array_length(drawing.guesses) > 0
      and ${isCounted(Sql.sql`game.id`, Sql.sql`drawer."playerId"`)}
    order by round."startedAt" desc, drawing.index desc limit ${mostDrawings}`
  const readings = new Map<string, DigitReading>()
  for (const { prompt, final } of newest) {
    const [guess] = unpackGuesses(final)
    if (!guess?.thousandths) continue
    const label = answerOf(guess.thousandths)
    const key = `${prompt} ${label}`
    readings.set(key, { prompt, label, count: (readings.get(key)?.count ?? 0) + 1 })
  }
  return [...readings.values()].sort((one, other) => one.prompt - other.prompt || one.label - other.label)
}
