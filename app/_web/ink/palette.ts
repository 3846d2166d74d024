import { hueCount } from '#game/protocol/constants'

export type InkShapeName =
  | 'circle'
  | 'square'
  | 'triangle'
  | 'diamond'
  | 'star'
  | 'drop'
  | 'cross'
  | 'heart'
  | 'hexagon'
  | 'moon'
  | 'ring'
  | 'leaf'

export type Ink = { readonly light: string; readonly dark: string; readonly shape: InkShapeName }

/**
 * The twelve inks that players choose from, by index as on the wire. Hues of Okabe and Ito's set for colour-blind readers, extended
 * and darkened until each stands out on light paper and, lightened, on dark paper; the shape tells apart what colour alone cannot.
 */
export const inks: readonly Ink[] = [
  { light: '#0072b2', dark: '#59a9e0', shape: 'circle' },
  { light: '#b84300', dark: '#ff8e52', shape: 'triangle' },
  { light: '#007a59', dark: '#2fc797', shape: 'square' },
  { light: '#a33f85', dark: '#e592c8', shape: 'diamond' },
  { light: '#966000', dark: '#f2ae2e', shape: 'star' },
  { light: '#0a7285', dark: '#6fd6e6', shape: 'drop' },
  { light: '#3a3731', dark: '#ece5d7', shape: 'cross' },
  { light: '#8c1d40', dark: '#ef7399', shape: 'heart' },
  { light: '#4b3fa7', dark: '#a79cf5', shape: 'hexagon' },
  { light: '#6f6600', dark: '#f0e442', shape: 'moon' },
  { light: '#7a4a21', dark: '#cfa077', shape: 'ring' },
  { light: '#56636d', dark: '#adbac4', shape: 'leaf' },
]

/** Each further dozen has the same hues with the shapes moved on by so many: for eleven dozen no ink comes twice. */
const shapeStep = 5

/** The ink of a seat; beyond the twelve each hue comes again with another shape. */
export function inkOf(colour: number): Ink {
  const ink = inks[colour % hueCount]
  const dozen = Math.floor(colour / hueCount)
  const shaped = inks[(colour + dozen * shapeStep) % hueCount]
  if (!ink || !shaped) throw new RangeError(`there is no ink ${colour}`)
  return { ...ink, shape: shaped.shape }
}

/** For `style={{ color: inkColour(seat.colour) }}`: follows the theme by itself. */
export function inkColour(colour: number): string {
  const { light, dark } = inkOf(colour)
  return `light-dark(${light}, ${dark})`
}
