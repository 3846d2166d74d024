import { expect, test } from 'vitest'
import { tokensOf } from './testing/tokens'
import { themeColours } from './theme-colours'

test.each(['light', 'dark'] as const)(
  'theme colours: those of pictures are the tokens of the %s theme',
  (theme) => {
    expect(tokensOf(theme)).toMatchObject(themeColours[theme])
  },
)
