import { createStore } from 'zustand/vanilla'

export const speeds = [1, 0.5, 0.25] as const
export type Speed = (typeof speeds)[number]

export type PlaybackState = {
  /** Since the round began. */
  readonly atMs: number
  readonly endMs: number
  readonly isPlaying: boolean
  readonly speed: Speed
}

export type Playback = ReturnType<typeof createPlayback>

/** Where a replay has got to. Time passes only while `runPlayback` runs. */
export function createPlayback(endMs: number) {
  const store = createStore<PlaybackState>(() => ({ atMs: 0, endMs, isPlaying: false, speed: 1 }))
  return {
    ...store,
    seek: (atMs: number) => store.setState({ atMs: Math.min(Math.max(atMs, 0), endMs), isPlaying: false }),
    setSpeed: (speed: Speed) => store.setState({ speed }),
    /** From the start again, where it had come to the end. */
    play: () => store.setState(({ atMs }) => ({ isPlaying: true, atMs: atMs >= endMs ? 0 : atMs })),
    pause: () => store.setState({ isPlaying: false }),
    pass: (ms: number) =>
      store.setState(({ isPlaying, atMs, speed }) => {
        if (!isPlaying) return {}
        const later = Math.min(atMs + ms * speed, endMs)
        return { atMs: later, isPlaying: later < endMs }
      }),
  }
}

/** Lets time pass with the frames of the screen. @returns how to stop it */
export function runPlayback(playback: Playback): () => void {
  let last: number | null = null
  let frame = requestAnimationFrame(function tick(now) {
    if (last !== null) playback.pass(now - last)
    last = now
    frame = requestAnimationFrame(tick)
  })
  return () => cancelAnimationFrame(frame)
}
