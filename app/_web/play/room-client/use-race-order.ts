import { useEffect, useState } from 'react'
import { sortLanes } from '../fit/sort-lanes'
import { canvasProgress } from './canvas-progress'
import { useRoomClient } from './use-room'

/** Places change no more often, so that an eye can follow them, and a slow phone draws their way a third of the time at most. */
const sortEveryMs = 1_000

/** Canvases in the order of the race that is on. @param canvases must be the same object while they are the same */
export function useRaceOrder(canvases: readonly number[]): readonly number[] {
  const { store } = useRoomClient()
  const [order, setOrder] = useState(canvases)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const sort = () => {
      timer = null
      const live = store.getState().canvases
      setOrder((before) =>
        sortLanes(isSameSet(before, canvases) ? before : canvases, (index) => {
          const canvas = live[index]
          return canvas
            ? { points: canvas.points, progress: canvasProgress(canvas) }
            : { points: 0, progress: 0 }
        }),
      )
    }
    sort()
    const unsubscribe = store.subscribe(() => {
      timer ??= setTimeout(sort, sortEveryMs)
    })
    return () => {
      unsubscribe()
      if (timer) clearTimeout(timer)
    }
  }, [store, canvases])
  return isSameSet(order, canvases) ? order : canvases
}

function isSameSet(some: readonly number[], others: readonly number[]): boolean {
  return some.length === others.length && others.every((one) => some.includes(one))
}
