import path from 'node:path'
import type { InkOp } from '#game/drawing/ink'
import { DataFileError } from '#models/data-file'
import { timeStrokes } from '#models/evaluation/as-played'
import { fitToPad } from '#models/evaluation/fit-to-pad'
import { findTestFiles, loadTestSets, type TestSet } from '#models/evaluation/test-sets'
import { handwriting, type WritingHand } from '../../e2e/chaos/take-pen'

/** Drawn by fingers on phones: the closest to players, where it is there. */
const closest = 'digits-finger-test'

/** A hand that draws what people drew for a test set, as quickly as they did; without data, the hand of the stories. */
export async function recordedHand(): Promise<{ set: string; hand: WritingHand }> {
  try {
    const set = await loadSet(process.env.DATA_DIR ?? '.cache/data')
    return { set: set.name, hand: handOf(set) }
  } catch (error) {
    if (!(error instanceof DataFileError)) throw error
    return { set: `a made-up hand (${error.message})`, hand: handwriting }
  }
}

/** @throws DataFileError when the data folder has no digits with strokes */
async function loadSet(dataDir: string): Promise<TestSet> {
  const { digits } = await findTestFiles(dataDir)
  const file = digits.find((each) => path.basename(each).startsWith(closest)) ?? digits[0]
  const [set] = file ? await loadTestSets({ digits: [file], others: [], images: [] }) : []
  if (!set)
    throw new DataFileError(dataDir, 'there are no strokes of digits; run "npm run data", or set DATA_DIR')
  return set
}

function handOf({ recorded }: TestSet): WritingHand {
  return (digit, seed) => {
    const drawn = recorded.filter((each) => each.digit === digit)
    const { drawing } = drawn[seed % drawn.length] ?? { drawing: { strokes: [] } }
    return timeStrokes({ strokes: fitToPad(drawing.strokes) }).map((stroke) => [
      ...stroke.map(
        ({ x, y, t }): InkOp => ({
          kind: 'draw',
          atMs: Math.round(t),
          points: [{ x: Math.round(x), y: Math.round(y), t: Math.round(t) }],
        }),
      ),
      { kind: 'lift', atMs: Math.round(stroke.at(-1)?.t ?? 0) },
    ])
  }
}
