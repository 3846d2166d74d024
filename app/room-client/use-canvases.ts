'use client'

import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Seat } from '#game/protocol/server-messages'
import { emptySheet } from '../canvas/sheet'
import type { SheetSource } from '../canvas/use-sheet-canvas'
import { useRoom, useRoomClient } from './use-room'

/** The ink on a canvas: what the own pen has drawn there, else what the server has told. */
export function useCanvasSheet(index: number): SheetSource {
  const { store } = useRoomClient()
  return useMemo(
    () => ({
      read() {
        const { own, canvases } = store.getState()
        return (own?.canvas === index ? own.sheet : canvases[index]?.sheet) ?? emptySheet
      },
      subscribe: store.subscribe,
    }),
    [store, index],
  )
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
