import { shownOf } from '#game/drawing/pen-path'
import { settings } from '#game/settings'
import { classifyShown } from '#models/classify-shown'
import { loadJudge } from '#models/judge'
import { randomPolylines } from '#models/limits/polylines'
import { findChampionFolder, readModelFolder } from '#models/model-folder'
import type { Recording } from './scripts'

/** For each digit some random lines through a few points that the judge takes for it, as a script finds them by trying. */
export async function findPolylines(): Promise<(digit: number) => Recording> {
  const judge = await loadJudge(await readModelFolder(await findChampionFolder()))
  const found = new Map<number, Recording>()
  for (const { strokes } of randomPolylines(4_000, 5)) {
    const shown = shownOf(strokes)
    const [answer] = shown ? classifyShown(judge, [shown]) : []
    const digit = answer?.thousandths.findIndex((value) => value >= settings.lockThousandths + 50) ?? -1
    const isDrawnLike = (answer?.strokeThousandths?.[digit] ?? 1000) >= settings.leastStrokeThousandths
    if (digit >= 0 && digit < 10 && isDrawnLike && !found.has(digit)) {
      found.set(
        digit,
        strokes.map((stroke) => stroke.map(({ x, y, t }) => ({ x, y, t: t ?? 0 }))),
      )
    }
  }
  judge.dispose()
  return (digit) => found.get(digit) ?? []
}
