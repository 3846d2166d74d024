import { nextRandom, type RandomState } from '#game/prompts/random'

/** Seeded chance. Its whole state is one number, so that a training run can be taken up where it stopped. */
export class Chance {
  constructor(public state: RandomState) {}

  /** In [0, 1). */
  next(): number {
    const [random, state] = nextRandom(this.state)
    this.state = state
    return random
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next()
  }

  /** Normally distributed about 0 (Box-Muller), cut off at three deviations. */
  normal(deviation: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()))
    const value = radius * Math.cos(2 * Math.PI * this.next())
    return deviation * Math.max(-3, Math.min(3, value))
  }

  happens(probability: number): boolean {
    return this.next() < probability
  }

  below(count: number): number {
    return Math.floor(this.next() * count)
  }

  /** @param items at least one */
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T
  }
}
