export type Schedule = {
  /** How many there will be. */
  readonly steps: number
  /** The highest learning rate. */
  readonly rate: number
}

/**
 * The learning rate at a step: up in a straight line for a tenth of them, at most 300, then down along a
 * cosine to a hundredth.
 */
export function rateAt(step: number, { steps, rate }: Schedule): number {
  const warmUp = Math.min(1, (step + 1) / Math.min(300, steps / 10))
  const descent = 0.5 * (1 + Math.cos((Math.PI * step) / steps))
  return rate * warmUp * (0.01 + 0.99 * descent)
}
