'use client'

import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Seat } from '#game/protocol/server-messages'
import { noStrokes, type StrokeState } from '../../ink/canvas/stroke-state'
import type { StrokeSource } from '../../ink/canvas/use-stroke-canvas'
import { ownCanvasOf, type RoomState } from './room-state'
import { useRoom, useRoomClient } from './use-room'

export function useCanvasStrokes(index: number): StrokeSource {
  const { store } = useRoomClient()
  return useMemo(
    () => ({ read: () => strokeStateOf(store.getState(), index), subscribe: store.subscribe }),
    [store, index],
  )
}

export function useIsBlank(index: number): boolean {
  return useRoom((state) => strokeStateOf(state, index).strokes.length === 0)
}

/** The ink on a canvas: what the own pen has drawn there, else what the server has told. */
function strokeStateOf({ own, canvases }: RoomState, index: number): StrokeState {
  return (own?.canvas === index ? own.strokeState : canvases[index]?.strokeState) ?? noStrokes
}

/** Those who share a canvas, in their order of drawing; players who have left are not among them. */
export function useCanvasSeats(index: number): readonly Seat[] {
  return useRoom(
    useShallow(({ canvases, room }) =>
      (canvases[index]?.players ?? []).flatMap((id) => room?.seats.find((seat) => seat.id === id) ?? []),
    ),
  )
}

/** The index of this player's canvas; null for one who watches. */
export function useOwnCanvas(): number | null {
  return useRoom((state) => {
    const index = ownCanvasOf(state)
    return index >= 0 ? index : null
  })
}

/** Canvases with the score that their best player came with, and one's own: they stay the same through a round. */
export function useLanes(canvases: readonly number[]) {
  const players = useRoom(useShallow((state) => canvases.map((canvas) => state.canvases[canvas]?.players)))
  const seats = useRoom(({ room }) => room?.seats)
  const you = useRoom((state) => state.you)
  const scoreOf = (id: string) => seats?.find((seat) => seat.id === id)?.score ?? 0
  const scored = canvases.map((canvas, index) => ({
    canvas,
    score: Math.max(0, ...(players[index] ?? []).map(scoreOf)),
  }))
  return { scored, ownScore: scoreOf(you) }
}

/** How many share a canvas, at most. */
export function useMostSeats(): number {
  return useRoom(({ canvases }) => Math.max(1, ...canvases.map(({ players }) => players.length)))
}

/** The indices of everybody else's canvases. */
export function useOtherCanvases(): readonly number[] {
  const own = useOwnCanvas()
  return useRoom(useShallow(({ canvases }) => [...canvases.keys()].filter((index) => index !== own)))
}
