import type { Page } from '@playwright/test'

/** The pad as whoever uses a keyboard finds it. */
export function keyPen(page: Page) {
  const keyboardPen = page.getByRole('application', { name: 'Keyboard pen' })
  return {
    keyboardPen,
    /** Writes a 1 down the middle, a touch of a key at a time. */
    async writeOneByKeyboard() {
      for (let step = 0; step < 18; step++) await keyboardPen.press('ArrowUp')
      await keyboardPen.press('Space')
      for (let step = 0; step < 36; step++) await keyboardPen.press('ArrowDown')
      await keyboardPen.press('Space')
    },
  }
}
