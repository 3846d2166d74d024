import { expect, test } from 'vitest'
import { hueCount } from '#game/protocol/constants'
import { settings } from '#game/settings'
import { inkColour, inkOf, inks } from './palette'

test('palette: each of the twelve inks has a hue and a shape of its own, and a class of forty each both together', () => {
  expect(inks).toHaveLength(hueCount)
  for (const part of ['shape', 'light', 'dark'] as const)
    expect(new Set(inks.map((ink) => ink[part])).size).toBe(hueCount)
  const seats = Array.from({ length: settings.maxPlayers }, (_, colour) => inkOf(colour))
  for (const theme of ['light', 'dark'] as const)
    expect(new Set(seats.map((ink) => `${ink[theme]} ${ink.shape}`)).size).toBe(settings.maxPlayers)
})

test('palette: a colour beyond the twelve has the hue of one of them, in another shape', () => {
  expect(inkOf(hueCount)).toEqual({ ...inks[0], shape: 'drop' })
  expect(inkColour(hueCount)).toBe(inkColour(0))
  expect(inkColour(0)).toBe('light-dark(#0072b2, #59a9e0)')
})
