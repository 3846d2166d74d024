'use client'

import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Seat } from '#game/protocol/server-messages'
import type { StrokeSource } from '../../ink/canvas/use-stroke-canvas'
import { ownCanvasOf } from './room-state'
import {
  bestScoreAt,
  coloursAt,
  mostSeatsIn,
  otherCanvasesOf,
  scoreOf,
  seatsAt,
  strokesOn,
} from './select-canvases'
import { useRoom, useRoomClient } from './use-room'

export function useCanvasStrokes(index: number): StrokeSource {
  const { store } = useRoomClient()
  return useMemo(
    () => ({ read: () => strokesOn(store.getState(), index), subscribe: store.subscribe }),
    [store, index],
  )
}

/** [R27] The same without the stroke that the own pen is drawing. */
export function useBlindStrokes(index: number): StrokeSource {
  const { store } = useRoomClient()
  return useMemo(
    () => ({
      read() {
        const state = store.getState()
        const strokeState = strokesOn(state, index)
        const { strokes, hands, isPenDown } = strokeState
        if (!isPenDown || state.own?.canvas !== index) return strokeState
        return { strokes: strokes.slice(0, -1), hands: hands.slice(0, -1), isPenDown: false }
      },
      subscribe: store.subscribe,
    }),
    [store, index],
  )
}

export function useIsBlank(index: number): boolean {
  return useRoom((state) => strokesOn(state, index).strokes.length === 0)
}

/** [R33] Is it a drawing that nobody is shown but who draws it? */
export function useIsCovered(index: number): boolean {
  return useRoom(({ canvases }) => canvases[index]?.cover !== undefined)
}

/** Those who share a canvas, in their order of drawing; players who have left are not among them. */
export function useCanvasSeats(index: number): readonly Seat[] {
  return useRoom((state) => seatsAt(state, index))
}

/** [D6] The inks of those who share a canvas, by their order of drawing, or the one of whose it is. */
export function useHandColours(index: number): readonly number[] {
  return useRoom((state) => coloursAt(state, index))
}

/** The index of this player's canvas; null for one who watches. */
export function useOwnCanvas(): number | null {
  const index = useRoom(ownCanvasOf)
  return index < 0 ? null : index
}

/** Canvases with the score that their best player came with, and one's own: they stay the same through a round. */
export function useLanes(canvases: readonly number[]) {
  const scores = useRoom(useShallow((state) => canvases.map((canvas) => bestScoreAt(state, canvas))))
  const ownScore = useRoom((state) => scoreOf(state, state.you))
  return { scored: canvases.map((canvas, index) => ({ canvas, score: scores[index] ?? 0 })), ownScore }
}

/** How many share a canvas, at most. */
export function useMostSeats(): number {
  return useRoom(mostSeatsIn)
}

/** The indices of everybody else's canvases. */
export function useOtherCanvases(): readonly number[] {
  return useRoom(useShallow(otherCanvasesOf))
}
