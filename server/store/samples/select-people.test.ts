import path from 'node:path'
import { expect, test } from 'vitest'
import type { Digit } from '#game/protocol/scalars'
import { countWrongLocks, findLock } from '#game/scoring/lock'
import { type WatchedDrawing, watchDrawing } from '#models/evaluation/watch'
import { loadJudge } from '#models/judge'
import { findChampionFolder, readModelFolder } from '#models/model-folder'
import { loadDrawings } from '#models/samples-format/read-strokes'
import { hardReasons } from '#server/store/samples/select'

/** What people draw with a finger is not in the repository: this is asked where the folder with it is named. */
const data = process.env.DATA_DIR

function isHard(drawn: WatchedDrawing, prompt: Digit): boolean {
  const drawing = { ...drawn, prompt }
  const lock = findLock(drawing, Number.POSITIVE_INFINITY)
  const wrongLocks = countWrongLocks(drawing, Number.POSITIVE_INFINITY, lock)
  const final = drawing.guesses.at(-1)
  return final !== undefined && hardReasons({ ...drawing, lock, wrongLocks }, final).length > 0
}

test.skipIf(!data)(
  '[C15] sample selection: with the control share at most 12 % of 300 honest finger drawings are kept, and at least 95 % of misreads',
  async () => {
    const judge = await loadJudge(await readModelFolder(await findChampionFolder()))
    const file = path.join(data ?? '', 'strokes', 'digits-finger-test.ndjson.gz')
    const people = (await loadDrawings(file)).slice(0, 300).map((drawing) => {
      const digit = Number(drawing.label) as Digit
      return { digit, drawn: watchDrawing(digit, drawing, judge) }
    })
    judge.dispose()
    const honest = people.filter(({ digit, drawn }) => isHard(drawn, digit)).length / people.length
    // The same drawings, asked for another digit.
    const planted = people.flatMap(({ digit, drawn }) =>
      ([1, 3, 7] as const).map((step) => isHard(drawn, ((digit + step) % 10) as Digit)),
    )
    const caught = planted.filter(Boolean).length / planted.length
    console.log(`honest: ${honest.toFixed(4)}, and 0.03 as a control; misreads: ${caught.toFixed(4)}`)
    expect(honest + 0.03 * (1 - honest)).toBeLessThanOrEqual(0.12)
    expect(caught).toBeGreaterThanOrEqual(0.95)
  },
  60_000,
)
