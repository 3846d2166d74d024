import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { themeColours } from '../kit/theme/theme-colours'
import { inks } from './palette'

const styles = readFileSync(new URL('../../globals.css', import.meta.url), 'utf8')

/** The colours of a theme as globals.css has them: #rrggbb by name. */
function tokensOf(theme: 'light' | 'dark'): Record<string, string> {
  const tokens = styles.matchAll(/--color-([\w-]+): light-dark\((#\w+), (#\w+)\)/g)
  return Object.fromEntries(
    [...tokens].map(([, name = '', light = '', dark = '']) => [name, theme === 'light' ? light : dark]),
  )
}

test.each(['light', 'dark'] as const)(
  'theme colours: those of pictures are the tokens of the %s theme',
  (theme) => {
    expect(tokensOf(theme)).toMatchObject(themeColours[theme])
  },
)

type Rgb = readonly [number, number, number]

function rgbOf(hex: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return [red, green, blue]
}

/** Relative luminance and contrast as in WCAG 2.2. */
function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: Rgb, other: Rgb): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

/** What shows of a colour through a layer that covers it by so much. */
function under([red, green, blue]: Rgb, cover: number, [r, g, b]: Rgb): Rgb {
  const mix = (below: number, above: number) => below * (1 - cover) + above * cover
  return [mix(red, r), mix(green, g), mix(blue, b)]
}

/** WCAG AA: of text, and of what is no text but has a meaning. */
const least = { text: 4.5, sign: 3 }

describe.each(['light', 'dark'] as const)('contrast in the %s theme', (theme) => {
  const tokens = tokensOf(theme)
  const token = (name: string): Rgb => rgbOf(tokens[name] ?? '')
  const grounds = ['paper', 'card', 'wash'] as const
  const ratios = (pairs: readonly (readonly [string, Rgb, Rgb])[]) =>
    pairs.map(([name, one, other]) => ({ name, ratio: contrast(one, other) }))

  test('text: each colour of text can be read on paper, cards and wash', () => {
    const texts = ['ink', 'muted', 'accent', 'good', 'bad', 'warn']
    const pairs = texts.flatMap((text) =>
      grounds.map((ground) => [`${text} on ${ground}`, token(text), token(ground)] as const),
    )
    expect(ratios(pairs).filter(({ ratio }) => !(ratio >= least.text))).toEqual([])
  })

  test('text: what stands on a filled button, mark or tooltip can be read', () => {
    const pairs = [
      ['on accent', token('on-accent'), token('accent')],
      ['on ink', token('paper'), token('ink')],
    ] as const
    expect(ratios(pairs).filter(({ ratio }) => !(ratio >= least.text))).toEqual([])
  })

  test('signs: the edges of fields and the filled part of a switch stand out', () => {
    const pairs = [
      ...grounds.slice(0, 2).map((ground) => [`edge on ${ground}`, token('edge'), token(ground)] as const),
      ['switch on', token('paper'), token('good')] as const,
    ]
    expect(ratios(pairs).filter(({ ratio }) => !(ratio >= least.sign))).toEqual([])
  })

  test('inks: each can be read as text on paper and cards, and has text that can be read on it', () => {
    // Numbers on a podium's blocks are in the colour of cards: the same pair.
    const pairs = inks.flatMap((ink, at) =>
      (['paper', 'card'] as const).map(
        (ground) => [`ink ${at} on ${ground}`, rgbOf(ink[theme]), token(ground)] as const,
      ),
    )
    expect(ratios(pairs).filter(({ ratio }) => !(ratio >= least.text))).toEqual([])
  })

  test('inks: the shapes of players stand out in an own row too', () => {
    const pairs = inks.map((ink, at) => [`ink ${at} on wash`, rgbOf(ink[theme]), token('wash')] as const)
    expect(ratios(pairs).filter(({ ratio }) => !(ratio >= least.sign))).toEqual([])
  })

  test('inks: the stamp of a lock and the hint of the keyboard pen can be read over each', () => {
    const pairs = inks.flatMap((ink, at) => [
      [`stamp over ${at}`, token('good'), under(rgbOf(ink[theme]), 0.85, token('card'))] as const,
      [`hint over ${at}`, token('ink'), under(rgbOf(ink[theme]), 0.9, token('card'))] as const,
    ])
    expect(ratios(pairs).filter(({ ratio }) => !(ratio >= least.text))).toEqual([])
  })
})
