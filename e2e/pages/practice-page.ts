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
    raster: page.getByRole('img', { name: 'What the AI sees' }),
    saliency: page.getByRole('switch', { name: 'Show why' }),
    /** What the network takes the drawing for, in large letters. */
    seen: page.getByText('The AI sees', { exact: true }).locator('xpath=following-sibling::p'),
    /** The likeliest of the eleven answers, as it stands above their columns. */
    async readTopAnswer(): Promise<{ answer: string; percent: number }> {
      const caption = page.getByRole('figure').locator('figcaption')
      const [answer = '', share = ''] = await caption.evaluate((each) =>
        Array.from(each.childNodes, (node) => node.textContent ?? ''),
      )
      return { answer, percent: Number.parseInt(share, 10) }
    },
    /** The network is there. */
    awake,
    async open() {
      await page.goto('/practice')
      await awake.waitFor()
    },
    draw: (strokes: ReturnType<typeof handwrite>) => pen.write(pad, strokes),
    write: (digit: number, seed = 1) => pen.write(pad, handwrite(digit, seed)),
    /** Takes one stroke after the other back. @returns how many there were */
    async countStrokes(): Promise<number> {
      let count = 0
      for (; await undo.isEnabled(); count++) await undo.click()
      return count
    },
  }
}
