let context: AudioContext | null = null

/** Whether the page has been touched, before which sound is blocked; true where the browser does not say. */
export function isTouched(): boolean {
  return navigator.userActivation?.hasBeenActive ?? true
}

/** The page's one audio context, running or resuming; null where the browser has none, or no more. */
export function openAudio(): AudioContext | null {
  if (typeof AudioContext !== 'function') return null
  try {
    context ??= new AudioContext()
  } catch {
    return null
  }
  // Suspended before the first touch, or interrupted by a call. What cannot be resumed stays silent.
  if (context.state !== 'running') void context.resume().catch(() => {})
  return context
}

/** Rests the audio context until it is opened again: one that runs without a sound keeps the device's audio, and a core, awake. */
export function closeAudio(): void {
  void context?.suspend().catch(() => {})
}

/** @param pattern ms on, off, on, ...; felt where the device can, and silently not where it cannot or may not */
export function vibrate(pattern: readonly number[]): void {
  try {
    navigator.vibrate?.([...pattern])
  } catch {
    // Not allowed.
  }
}
