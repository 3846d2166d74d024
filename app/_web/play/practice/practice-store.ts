import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Guess, guessOf } from '#game/drawing/drawing'
import type { InkOp } from '#game/drawing/ink'
import { shownOf } from '#game/drawing/pen-path'
import { surestDigitOf } from '#game/scoring/answer'
import { classifyShown } from '#models/classify-shown'
import type { Judge } from '#models/judge'
import { growStrokes, noStrokes, type StrokeState } from '../../ink/canvas/stroke-state'

export type PracticeState = {
  readonly strokeState: StrokeState
  /** How often the canvas was cleared: what comes after is another drawing. */
  readonly drawing: number
  /** How many ops there were. */
  readonly opCount: number
  /** What the network was last asked about. */
  readonly seen: StrokeState
  /** What it says of it, as if its surest digit were the prompt; null without ink or without a network. */
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
    strokeState: noStrokes,
    drawing: 0,
    opCount: 0,
    seen: noStrokes,
    guess: null,
  }))
  return {
    store,
    draw: (ops) =>
      store.setState(({ strokeState, drawing, opCount }) => ({
        strokeState: growStrokes(strokeState, ops),
        drawing: drawing + ops.filter(({ kind }) => kind === 'clear').length,
        opCount: opCount + ops.length,
      })),
    guess(judge) {
      const { strokeState, opCount } = store.getState()
      const shown = shownOf(strokeState.strokes)
      const [answer] = shown ? classifyShown(judge, [shown]) : []
      store.setState({
        seen: strokeState,
        guess: answer ? guessOf(answer, opCount, surestDigitOf(answer.thousandths).digit) : null,
      })
    },
  }
}
