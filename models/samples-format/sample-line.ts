import { labels } from '#models/labels'
import type { ExportedSample } from './exported-sample'
import { exportSource, pointer, type SampleLine } from './schema'

/** The name of a sample's label, as files have it. */
export function labelNameOf({ label }: Pick<ExportedSample, 'label'>): string {
  return labels[label] ?? String(label)
}

/** What is known of a sample beside its label, its contributor and its strokes, under the names of `sampleLine`. */
export function factsOf(sample: ExportedSample): Omit<SampleLine, 'label' | 'writer' | 'strokes'> {
  const { id, prompt, guess, reason, reasons, isReviewed } = sample
  const { split, judge, thousandths, difficulty, lockMs, wrongLocks, consentVersion, votes, review } = sample
  return {
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
    pointer,
    consentVersion,
    votes: [...votes],
    review: { ...review },
  }
}

/** A line of an export, whole. */
export function sampleLineOf(sample: ExportedSample): SampleLine {
  const { writer } = sample
  return { label: labelNameOf(sample), writer, strokes: pointsOf(sample), ...factsOf(sample) }
}

/** Strokes as files have them: x, y and ms since the round began. */
export function pointsOf({ strokes }: Pick<ExportedSample, 'strokes'>): [number, number, number][][] {
  return strokes.map((stroke) => stroke.map(({ x, y, t }) => [x, y, t]))
}
