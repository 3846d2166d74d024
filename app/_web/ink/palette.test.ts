import { expect, test } from 'vitest'
import { hueCount } from '#game/protocol/constants'
import { settings } from '#game/settings'
import { themeColours } from '../kit/theme/theme-colours'
import { inkColour, inkOf, inks } from './palette'

/** Relative luminance and contrast as in WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

test('palette: each of the twelve inks has a hue and a shape of its own, and a class of forty each both together', () => {
  expect(inks).toHaveLength(hueCount)
  for (const part of ['shape', 'light', 'dark'] as const)
    expect(new Set(inks.map((ink) => ink[part])).size).toBe(hueCount)
  const seats = Array.from({ length: settings.maxPlayers }, (_, colour) => inkOf(colour))
  for (const theme of ['light', 'dark'] as const)
    expect(new Set(seats.map((ink) => `${ink[theme]} ${ink.shape}`)).size).toBe(settings.maxPlayers)
})

test('palette: an ink can be read as text on the paper and on the cards of its theme', () => {
  for (const { light, dark } of inks) {
    for (const paper of [themeColours.light.paper, themeColours.light.card])
      expect(contrast(light, paper)).toBeGreaterThanOrEqual(4.5)
    for (const paper of [themeColours.dark.paper, themeColours.dark.card])
      expect(contrast(dark, paper)).toBeGreaterThanOrEqual(4.5)
  }
})

test('palette: a colour beyond the twelve has the hue of one of them, in another shape', () => {
  expect(inkOf(hueCount)).toEqual({ ...inks[0], shape: 'drop' })
  expect(inkColour(hueCount)).toBe(inkColour(0))
  expect(inkColour(0)).toBe('light-dark(#0072b2, #59a9e0)')
})
