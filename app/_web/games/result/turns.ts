import { decodeInk } from '#game/drawing/ink-codec'
import { hueCount } from '#game/protocol/constants'
import type { Digit, Sum } from '#game/protocol/scalars'
import { isGuessed } from '#models/rescore-game'
import type { ReplayDrawing, ReplayRound } from '#server/store/games/find-replay'
import { confidenceSteps } from '../../ink/confidence/confidence-steps'

/** One player, or one team that shared a canvas. */
export type Competitor = { readonly key: string; readonly name: string; readonly colour: number }

/** One prompt that everybody met: a round of a race, a position in the sequence of the other modes. */
export type PromptTurn = {
  /** From 1. */
  readonly number: number
  readonly prompt: Digit
  /** [R28] What was shown instead of it. */
  readonly sum?: Sum
  readonly drawings: readonly { readonly side: string; readonly drawing: ReplayDrawing }[]
}

/** What charts show of such a turn, which is little of what is stored. */
export type ChartedTurn = Omit<PromptTurn, 'drawings'> & {
  readonly drawings: readonly {
    readonly side: string
    /** From prompt to lock. */
    readonly lockMs: number | null
    /** How sure the judge was of the prompt, from each of these moments on; null where its guesses were pruned. */
    readonly curve: readonly (readonly [atMs: number, thousandths: number])[] | null
  }[]
}

const keyOf = ({ players }: ReplayDrawing) => players.map(({ id }) => id).join(' ')

/** Everybody who drew, in the order in which they came. */
export function competitorsOf(rounds: readonly ReplayRound[]): Competitor[] {
  const sides = new Map<string, Competitor>()
  for (const drawing of rounds.flatMap(({ drawings }) => drawings)) {
    const key = keyOf(drawing)
    const name = drawing.players.map((player) => player.name).join(' + ')
    if (!sides.has(key)) sides.set(key, { key, name, colour: drawing.players[0]?.colour ?? 0 })
  }
  return [...sides.values()]
}

/**
 * Those whose lines a chart shows: all of them, or the best and one more where they would be more than there are hues to tell apart.
 * @param players ids, the best first
 * @param own key of the one that is always shown
 */
export function chartedSides(
  sides: readonly Competitor[],
  players: readonly string[],
  own: string | undefined,
): Competitor[] {
  if (sides.length <= hueCount) return [...sides]
  const places = new Map(players.map((id, place) => [id, place]))
  const placeOf = ({ key }: Competitor) =>
    Math.min(...key.split(' ').map((id) => places.get(id) ?? players.length))
  const sorted = [...sides].sort((one, other) => placeOf(one) - placeOf(other))
  const best = sorted.slice(0, hueCount)
  const missing = best.some(({ key }) => key === own) ? undefined : sorted.find(({ key }) => key === own)
  return missing ? [...best.slice(0, -1), missing] : best
}

/** @returns none where everybody has a digit of their own and nothing locks [R29] */
export function turnsOf(rounds: readonly ReplayRound[], mode: string): PromptTurn[] {
  if (mode === 'fool') return []
  const turns = mode === 'race' ? rounds.map(({ drawings }) => drawings) : drawingsByIndex(rounds)
  return turns.flatMap((drawings, index) => {
    const [first] = drawings
    if (!first) return []
    const { prompt, sum } = first
    return [
      {
        number: index + 1,
        prompt,
        ...(sum && { sum }),
        drawings: drawings.map((drawing) => ({ side: keyOf(drawing), drawing })),
      },
    ]
  })
}

function drawingsByIndex(rounds: readonly ReplayRound[]): ReplayDrawing[][] {
  const drawings = rounds.flatMap((round) => round.drawings)
  const last = Math.max(-1, ...drawings.map(({ index }) => index))
  return Array.from({ length: last + 1 }, (_, position) => drawings.filter(({ index }) => index === position))
}

/**
 * When each digit that one competitor drew was recognised, at its quickest, null where it never was; by digit. As on boards, a time
 * without a wrong guess goes before a quicker one with any.
 */
export function quickestByDigit(turns: readonly PromptTurn[], side: string): Map<Digit, number | null> {
  const own = turns.flatMap(({ drawings }) =>
    drawings.filter((each) => each.side === side).map(({ drawing }) => drawing),
  )
  const prompts = [...new Set(own.map(({ prompt }) => prompt))].sort((one, other) => one - other)
  return new Map(
    prompts.map((digit) => {
      const locked = own.flatMap(({ prompt, lock, wrongLocks }) =>
        prompt === digit && lock ? [{ atMs: lock.atMs, isClean: wrongLocks === 0 }] : [],
      )
      const clean = locked.filter(({ isClean }) => isClean)
      const times = (clean.length > 0 ? clean : locked).map(({ atMs }) => atMs)
      return [digit, times.length > 0 ? Math.min(...times) : null]
    }),
  )
}

export function chartedTurn({ drawings, ...turn }: PromptTurn): ChartedTurn {
  return {
    ...turn,
    drawings: drawings.map(({ side, drawing }) => ({
      side,
      lockMs: drawing.lock?.atMs ?? null,
      curve: curveOf(drawing),
    })),
  }
}

function curveOf(drawing: ReplayDrawing): ChartedTurn['drawings'][number]['curve'] {
  if (!isGuessed(drawing)) return null
  const { ink, guesses, prompt, promptAtMs } = drawing
  const ofPrompt = guesses.map(({ opCount, thousandths }) => ({
    opCount,
    thousandths: thousandths?.[prompt] ?? 0,
  }))
  return confidenceSteps(decodeInk(ink), promptAtMs, ofPrompt).map(({ atMs, thousandths }) => [
    atMs,
    thousandths,
  ])
}
