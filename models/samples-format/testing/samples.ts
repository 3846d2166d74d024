import type { ExportedSample } from '#models/samples-format/exported-sample'

/** A 7 that was taken for a 1, by a contributor who is learnt from. */
export function exportedSample(overrides: Partial<ExportedSample> = {}): ExportedSample {
  return {
    id: '3f2f0bb2-6a0e-4c53-8a55-5a0f3e0f5d01',
    ...{ prompt: 7, guess: 1, thousandths: [0, 600, 0, 0, 0, 0, 0, 300, 0, 0, 100], judge: 'digits-v2' },
    ...{
      difficulty: 700,
      lockMs: null,
      wrongLocks: 1,
      reason: 'wrong_lock',
      reasons: ['wrong_lock', 'control'],
    },
    drawnAt: new Date('2026-05-01T12:00:00Z'),
    ...{ consentVersion: 2, votes: [], label: 7, isReviewed: false, review: { verdicts: 0, agreeing: 0 } },
    ...{ writer: 'f123456789abcdef', split: 'train' },
    strokes: [
      [
        { x: 300, y: 200, t: 10 },
        { x: 310, y: 800, t: 42 },
      ],
    ],
    raster: new Uint8Array(784).fill(9),
    ...overrides,
  }
}

/** Reads them in the same order each time. */
export function samplesOf(...samples: readonly ExportedSample[]) {
  return async function* () {
    yield* samples
  }
}
