import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { drawingHoldReasons } from '#game/fair-play/drawing-hold-reasons'
import { evidenceOf } from '#game/fair-play/evidence'
import { findHoldReasons } from '#game/fair-play/find-hold-reasons'
import { inkFingerprint } from '#game/fair-play/ink-fingerprint'
import { fairPlayLimits } from '#game/fair-play/limits'
import { measureDrawing } from '#game/fair-play/measure'
import { affineDistance, inkOutlineOf, outlineDistance } from '#game/fair-play/outline'
import { quickerHalfPace } from '#game/fair-play/pace'
import type { DrawingRecord } from '#game/records/record'

export type Hand = { readonly writer: string; readonly record: DrawingRecord; readonly isTimed: boolean }

const shares = [0, 0.001, 0.005, 0.01, 0.05, 0.5, 1]
/** A race of few rounds, a long one, and a rush. */
const gameLengths = [2, 5, 10, 40]

/**
 * How near the drawings of a set come to the limits of fair play, and which games of one person's drawings would be held. Tablets
 * that tell no times may send points by the way instead: such drawings say nothing of speed.
 */
export function reportHands(name: string, hands: readonly Hand[]): string[] {
  const timed = hands.filter(({ isTimed }) => isTimed)
  return [
    `${name}: ${hands.length} that lock; least, 0.1 %, 0.5 %, 1 %, 5 %, half, most:`,
    row('distance of two of one digit by one hand', distances(hands, outlineDistance)),
    row('the same, turned, leant and stretched', distances(hands, affineDistance)),
    `  fingerprints met twice: ${collisions(hands)}`,
    ...(timed.length > 0 ? reportTimed(timed) : ['  no times']),
  ]
}

function reportTimed(hands: readonly Hand[]): string[] {
  const signs = hands.filter(({ record }) => record.prompt !== 1)
  const measures = signs.flatMap(({ record }) => measureDrawing(record) ?? [])
  const variations = hands.flatMap(({ record }) => measureDrawing(record)?.variation ?? [])
  const quickest = signs.toSorted((one, other) => duration(one) - duration(other))
  const fastest = quickest.slice(0, Math.max(2, Math.ceil(quickest.length / 100))).map(({ record }) => record)
  return [
    row(
      'ms from first to last point at the lock, no 1',
      measures.map(({ writingMs }) => writingMs),
    ),
    row(
      'points, no 1',
      measures.map(({ points }) => points),
    ),
    row('variation of speed', variations),
    row('pace of the quicker half of ten', gamesOf(hands, fairPlayLimits.leastPaced).map(paceOf)),
    `  single drawings: ${countReasons(hands.map(({ record }) => drawingHoldReasons(record)))}`,
    ...gameLengths.map((length) => {
      const games = gamesOf(hands, length)
      const held = countReasons(games.map(reasonsOf))
      return `  ${games.length} games of ${length} drawings by one hand: held ${held}`
    }),
    `  a game of the quickest 1 % (${fastest.length}): held ${countReasons([reasonsOf(fastest)])}`,
  ]
}

function reasonsOf(game: readonly DrawingRecord[]) {
  return findHoldReasons(game.flatMap((drawing) => evidenceOf(drawing) ?? []))
}

function paceOf(game: readonly DrawingRecord[]): number {
  return quickerHalfPace(
    game.flatMap((record) => {
      const measures = measureDrawing(record)
      return measures ? [{ prompt: record.prompt, lockMs: measures.lockMs }] : []
    }),
  )
}

function duration({ record }: Hand): number {
  return measureDrawing(record)?.drawnMs ?? 0
}

function row(what: string, values: readonly number[]): string {
  const sorted = values.toSorted((one, other) => one - other)
  const figures = shares.map(
    (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))],
  )
  return `  ${what} (${values.length}): ${figures.map((value) => Number(value?.toPrecision(3))).join(', ')}`
}

function byHand<Key>(hands: readonly Hand[], keyOf: (hand: Hand) => Key): DrawingRecord[][] {
  const groups = new Map<Key, DrawingRecord[]>()
  for (const hand of hands) groups.set(keyOf(hand), [...(groups.get(keyOf(hand)) ?? []), hand.record])
  return [...groups.values()]
}

function gamesOf(hands: readonly Hand[], length: number): DrawingRecord[][] {
  return byHand(hands, ({ writer }) => writer).flatMap((own) =>
    Array.from({ length: Math.floor(own.length / length) }, (_, game) =>
      own.slice(game * length, (game + 1) * length),
    ),
  )
}

function distances(hands: readonly Hand[], distanceOf: typeof outlineDistance): number[] {
  return byHand(hands, ({ writer, record }) => `${writer} ${record.prompt}`).flatMap((records) => {
    const outlines = records.flatMap(({ ink }) => inkOutlineOf(strokesOf(decodeInk(ink))) ?? [])
    return outlines.flatMap((one, index) =>
      outlines.slice(0, index).flatMap((other) => distanceOf(one, other) ?? []),
    )
  })
}

function collisions(hands: readonly Hand[]): number {
  const prints = hands.flatMap(({ record }) => inkFingerprint(record.ink) ?? [])
  return prints.length - new Set(prints).size
}

function countReasons(found: readonly (readonly string[])[]): string {
  const counts = new Map<string, number>()
  for (const reason of found.flat()) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return counts.size === 0 ? 'none' : [...counts].map(([reason, count]) => `${reason} ${count}`).join(', ')
}
