import { labels } from '#models/labels'
import type { ExportedSample } from './exported-sample'
import { exportSource, type SampleLine } from './schema'

/** All that is known of a sample but its strokes, under the names of `sampleLine`. */
export function factsOf(sample: ExportedSample): Omit<SampleLine, 'strokes'> {
  const { id, prompt, guess, reason, reasons, isReviewed, writer } = sample
  const { split, judge, thousandths, difficulty, lockMs, wrongLocks, consentVersion, votes, review } = sample
  return {
    label: labels[sample.label] ?? String(sample.label),
    writer,
    source: exportSource,
    id,
    prompt,
    guess,
    reason,
    reviewed: isReviewed,
    reasons: [...reasons],
    split,
    drawnAt: sample.drawnAt.toISOString(),
    judge,
    thousandths: [...thousandths],
    difficulty,
    lockMs,
    wrongLocks,
    pointer: 'pointer',
    consentVersion,
    votes: [...votes],
    review: { ...review },
  }
}

/** A line of an export, whole. */
export function sampleLineOf(sample: ExportedSample): SampleLine {
  const { label, writer, ...facts } = factsOf(sample)
  return { label, writer, strokes: pointsOf(sample), ...facts }
}

/** Strokes as files have them: x, y and ms since the round began. */
export function pointsOf({ strokes }: Pick<ExportedSample, 'strokes'>): [number, number, number][][] {
  return strokes.map((stroke) => stroke.map(({ x, y, t }) => [x, y, t]))
}
