import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { expectFocus, tabTo } from './focus'

/** A 1 down the middle, by whoever has the focus on the pad. */
async function writeOne({ keyboard }: Page): Promise<void> {
  for (let step = 0; step < 18; step++) await keyboard.press('ArrowUp')
  await keyboard.press('Space')
  for (let step = 0; step < 36; step++) await keyboard.press('ArrowDown')
  await keyboard.press('Space')
}

test('keyboard: from home to a second game without a pointer, and it is always to be seen where the focus is', async ({
  host: { page, home, room },
}) => {
  const { keyboard } = page
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  await home.open()
  await tabTo(page, button('Play with friends'))
  await keyboard.press('Enter')

  await test.step('lobby: the settings', async () => {
    await expect(room.code).toBeVisible()
    await tabTo(page, page.getByRole('slider', { name: 'Rounds' }))
    await keyboard.press('Home')
    await keyboard.press('ArrowRight')
    await tabTo(page, page.getByRole('slider', { name: 'Seconds per round' }))
    await keyboard.press('End')
    const digit = (value: number) => page.getByRole('button', { name: String(value), exact: true })
    await tabTo(page, digit(0))
    for (let value = 0; value <= 9; value++) {
      await expect(digit(value)).toBeFocused()
      if (value !== 1) await keyboard.press('Space')
      await expect(digit(value)).toHaveAttribute('aria-pressed', String(value === 1))
      await keyboard.press('ArrowRight')
    }
    await tabTo(page, room.startButton)
    await keyboard.press('Enter')
  })

  await test.step('round 1: the heading has the focus, and the pad is next', async () => {
    await expect(room.heading('Round 1 of 2')).toBeVisible()
    await expectFocus(page)
    await room.readPrompt()
    await expectFocus(page)
    await tabTo(page, room.keyboardPen)
    for (const _ of ['down', 'up']) await keyboard.press('Space')
    await tabTo(page, room.undo)
    await keyboard.press('Enter')
    await expect(room.undo).toBeDisabled()
    await expect(room.undo).toBeFocused()
    await tabTo(page, room.keyboardPen, 'backwards')
    await writeOne(page)
    await expect(room.heading(/^Round 1 : 1$/)).toBeVisible()
    await expectFocus(page)
  })

  await test.step('reveal: who has seen enough goes on', async () => {
    await tabTo(page, button('Next round'))
    await keyboard.press('Enter')
  })

  await test.step('round 2: the pad has the focus at once', async () => {
    await expect(room.heading('Round 2 of 2')).toBeVisible()
    await expectFocus(page)
    await room.readPrompt()
    await expect(room.keyboardPen).toBeFocused()
    await expectFocus(page)
    await writeOne(page)
    await expect(room.heading(/^Round 2 : 1$/)).toBeVisible()
    await expectFocus(page)
  })

  await test.step('podium: back to the lobby, and into the next game', async () => {
    await expect(button('Play again')).toBeVisible()
    await expectFocus(page)
    await tabTo(page, button('Change the game'))
    await keyboard.press('Enter')
    await expect(room.code).toBeVisible()
    await expectFocus(page)
    await tabTo(page, room.startButton)
    await keyboard.press('Enter')
    await expect(room.heading('Round 1 of 2')).toBeVisible()
    await expectFocus(page)
  })
})
