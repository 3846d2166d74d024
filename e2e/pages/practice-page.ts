import type { Page } from '@playwright/test'
import { handwrite } from '../handwriting'
import { keyPen } from '../key-pen'
import type { Pen } from '../pen'

/** Free drawing, in the browser alone. */
export function practicePage(page: Page, pen: Pen) {
  const pad = page.getByRole('img', { name: 'Canvas for drawing' })
  const undo = page.getByRole('button', { name: 'Undo' })
  const awake = page.getByText('nothing yet')
  return {
    ...keyPen(page),
    pad,
    undo,
    clear: page.getByRole('button', { name: 'Clear' }),
    answers: page.getByRole('list', { name: 'How likely the network thinks each answer' }),
    raster: page.getByRole('img', { name: 'What the network gets' }),
    saliency: page.getByRole('switch', { name: 'Show what decided' }),
    /** What the network takes the drawing for, in large letters. */
    seen: page.getByText('The network sees').locator('xpath=following-sibling::p'),
    /** The network is there. */
    awake,
    async open() {
      await page.goto('/practice')
      await awake.waitFor()
    },
    write: (digit: number, seed = 1) => pen.write(pad, handwrite(digit, seed)),
    /** Takes one stroke after the other back. @returns how many there were */
    async countStrokes(): Promise<number> {
      let count = 0
      for (; await undo.isEnabled(); count++) await undo.click()
      return count
    },
  }
}
