import type { StoreApi } from 'zustand/vanilla'
import { memoise } from '#game/memoise'
import { cancelPaint, paintInNextFrame } from '../../ink/canvas/animation-frame'
import type { RoomState } from './room-state'

type Store = StoreApi<RoomState>

const wrapped = memoise<Store, Store>()

/**
 * The same store for all that React renders: it changes with each point of the own pen and each batch of ink, more often than there
 * are frames, and each change is asked by hundreds of parts whether it is theirs. Its listeners are told once a frame; at once while
 * the page is hidden, which has no frames.
 */
export function onceAFrame(store: Store): Store {
  return wrapped(store, () => {
    const listeners = new Set<Parameters<Store['subscribe']>[0]>()
    let told = store.getState()
    let unsubscribe = () => {}
    const tell = () => {
      const before = told
      told = store.getState()
      if (told === before) return
      for (const listener of [...listeners]) listener(told, before)
    }
    const tellSoon = () =>
      globalThis.document?.visibilityState === 'hidden' ? tell() : paintInNextFrame(tell)
    return {
      ...store,
      subscribe(listener) {
        if (listeners.size === 0) {
          told = store.getState()
          unsubscribe = store.subscribe(tellSoon)
        }
        listeners.add(listener)
        return () => {
          listeners.delete(listener)
          if (listeners.size > 0) return
          unsubscribe()
          cancelPaint(tell)
        }
      },
    }
  })
}
