export type Schedule = {
  /** How many there will be. */
  readonly steps: number
  /** The highest learning rate. */
  readonly rate: number
}

/**
 * The learning rate at a step: linear warm-up over a tenth of them, at most 300 (Goyal et al., 2017), then cosine annealing to a
 * hundredth (Loshchilov and Hutter, 2017, without restarts).
 */
export function rateAt(step: number, { steps, rate }: Schedule): number {
  const warmUp = Math.min(1, (step + 1) / Math.min(300, steps / 10))
  const descent = 0.5 * (1 + Math.cos((Math.PI * step) / steps))
  return rate * warmUp * (0.01 + 0.99 * descent)
}
