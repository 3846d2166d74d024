import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Guess } from '#game/drawing/drawing'
import type { InkOp } from '#game/drawing/ink'
import { rasterise } from '#game/drawing/rasterise'
import type { Judge } from '#models/judge'
import { emptySheet, growSheet, type Sheet } from '../../ink/canvas/sheet'

export type PracticeState = {
  readonly sheet: Sheet
  /** How often the sheet was cleared: what comes after is another drawing. */
  readonly drawing: number
  /** How many ops there were. */
  readonly opCount: number
  /** What the network was last asked about. */
  readonly seen: Sheet
  /** What it says of it; null without ink or without a network. */
  readonly guess: Guess | null
}

export type Practice = {
  readonly store: StoreApi<PracticeState>
  readonly draw: (ops: readonly InkOp[]) => void
  /** Asks the judge about the newest ink. */
  readonly guess: (judge: Judge) => void
}

/** Free drawing: nothing is sent, nothing is kept. */
export function createPractice(): Practice {
  const store = createStore<PracticeState>(() => ({
    sheet: emptySheet,
    drawing: 0,
    opCount: 0,
    seen: emptySheet,
    guess: null,
  }))
  return {
    store,
    draw: (ops) =>
      store.setState(({ sheet, drawing, opCount }) => ({
        sheet: growSheet(sheet, ops),
        drawing: drawing + ops.filter(({ kind }) => kind === 'clear').length,
        opCount: opCount + ops.length,
      })),
    guess(judge) {
      const { sheet, opCount } = store.getState()
      const raster = rasterise(sheet.strokes)
      const [answer] = raster ? judge.classify(raster) : []
      store.setState({ seen: sheet, guess: answer ? { opCount, thousandths: answer.thousandths } : null })
    },
  }
}
