/** A tone: pitch in Hz (gliding to `toHz` where given), and when it begins and how long it lasts, in ms. */
export type Tone = {
  readonly hz: number
  readonly toHz?: number
  readonly atMs: number
  readonly ms: number
  readonly wave: OscillatorType
  /** 0 to 1 */
  readonly gain: number
}

const pluck = (hz: number, atMs: number, ms = 160, gain = 0.22): Tone => ({
  hz,
  atMs,
  ms,
  wave: 'triangle',
  gain,
})

/** Each a few notes of one scale, C major pentatonic, so that twelve phones in a room sound in harmony. */
export const sounds = {
  tick: [pluck(392, 0, 90, 0.16)],
  go: [pluck(523, 0, 120), pluck(784, 70, 220)],
  prompt: [pluck(659, 0, 90, 0.16), pluck(784, 60, 120, 0.16)],
  lock: [pluck(523, 0, 90), pluck(659, 60, 90), pluck(784, 120, 90), pluck(1047, 180, 320, 0.26)],
  /** Heard beside one's own drawing: higher, and from farther away. */
  rivalLock: [pluck(1047, 0, 70, 0.07), pluck(1319, 50, 120, 0.07)],
  wrongLock: [{ hz: 196, toHz: 130, atMs: 0, ms: 240, wave: 'square', gain: 0.07 }],
  hurry: [pluck(880, 0, 60, 0.1)],
  timeUp: [pluck(392, 0, 140), pluck(262, 110, 260)],
  podium: [
    pluck(392, 0, 140),
    pluck(523, 130, 140),
    pluck(659, 260, 140),
    pluck(784, 390, 140),
    pluck(1047, 540, 620, 0.26),
    pluck(659, 540, 620, 0.14),
  ],
} as const satisfies Record<string, readonly Tone[]>

export type Sound = keyof typeof sounds

/** What a phone does along with it: on and off in turn, ms. */
export const haptics: Partial<Record<Sound, readonly number[]>> = {
  go: [30],
  lock: [20, 40, 60],
  wrongLock: [120],
  podium: [40, 60, 40, 60, 120],
}
