import type { Chance } from './chance'

/** Moves a place. Units: a drawing is about 1 wide or high, with 0 in its middle. */
export type Warp = (x: number, y: number) => readonly [number, number]

/**
 * How one hand differs from another: turned, slanted, narrower or wider, and bent by two slow waves in each direction.
 *
 * @param strength 1 for what is seen between writers; 0 changes nothing
 */
export function randomWarp(chance: Chance, strength: number): Warp {
  const turn = chance.normal(0.1 * strength)
  const slant = chance.normal(0.16 * strength)
  const stretch = Math.exp(chance.normal(0.13 * strength))
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  const waves = Array.from({ length: 4 }, (_, index) => ({
    size: chance.normal(0.022 * strength),
    alongX: chance.normal(index < 2 ? 4 : 7),
    alongY: chance.normal(index < 2 ? 4 : 7),
    phase: chance.between(0, 2 * Math.PI),
  }))
  const [bendX, bendY, rippleX, rippleY] = waves as [Wave, Wave, Wave, Wave]
  return (x, y) => {
    const bentX = x + heightOf(bendX, x, y) + 0.5 * heightOf(rippleX, x, y)
    const bentY = y + heightOf(bendY, x, y) + 0.5 * heightOf(rippleY, x, y)
    const slantedX = stretch * (bentX - slant * bentY)
    return [cos * slantedX - sin * bentY, sin * slantedX + cos * bentY]
  }
}

type Wave = {
  readonly size: number
  readonly alongX: number
  readonly alongY: number
  readonly phase: number
}

function heightOf({ size, alongX, alongY, phase }: Wave, x: number, y: number): number {
  return size * Math.sin(alongX * x + alongY * y + phase)
}
