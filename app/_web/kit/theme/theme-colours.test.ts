import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { themeColours } from './theme-colours'

const styles = readFileSync(new URL('../../../globals.css', import.meta.url), 'utf8')

function tokensOf(theme: keyof typeof themeColours): Record<string, string | undefined> {
  const tokens = styles.matchAll(/--color-(\w+): light-dark\((#\w+), (#\w+)\)/g)
  return Object.fromEntries(
    [...tokens].map(([, name, light, dark]) => [name, theme === 'light' ? light : dark]),
  )
}

test.each(['light', 'dark'] as const)(
  'theme colours: those of pictures are the tokens of the %s theme',
  (theme) => {
    expect(tokensOf(theme)).toMatchObject(themeColours[theme])
  },
)
