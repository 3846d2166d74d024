'use client'

import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Seat } from '#game/protocol/server-messages'
import { emptySheet, type Sheet } from '../../ink/canvas/sheet'
import type { SheetSource } from '../../ink/canvas/use-sheet-canvas'
import type { RoomState } from './room-state'
import { useRoom, useRoomClient } from './use-room'

export function useCanvasSheet(index: number): SheetSource {
  const { store } = useRoomClient()
  return useMemo(
    () => ({ read: () => sheetOf(store.getState(), index), subscribe: store.subscribe }),
    [store, index],
  )
}

export function useIsBlank(index: number): boolean {
  return useRoom((state) => sheetOf(state, index).strokes.length === 0)
}

/** The ink on a canvas: what the own pen has drawn there, else what the server has told. */
function sheetOf({ own, canvases }: RoomState, index: number): Sheet {
  return (own?.canvas === index ? own.sheet : canvases[index]?.sheet) ?? emptySheet
}

/** Those who share a canvas, in their order of drawing; players who have left are not among them. */
export function useCanvasSeats(index: number): readonly Seat[] {
  return useRoom(
    useShallow(({ canvases, room }) =>
      (canvases[index]?.players ?? []).flatMap((id) => room?.seats.find((seat) => seat.id === id) ?? []),
    ),
  )
}

/** The place of this player's canvas; null for one who watches. */
export function useOwnCanvas(): number | null {
  return useRoom(({ canvases, room }) => {
    const index = canvases.findIndex(({ players }) => room !== null && players.includes(room.you))
    return index >= 0 ? index : null
  })
}

/** The places of everybody else's canvases. */
export function useOtherCanvases(): readonly number[] {
  const own = useOwnCanvas()
  return useRoom(useShallow(({ canvases }) => [...canvases.keys()].filter((index) => index !== own)))
}
