import { errors, expect, type Page, test } from '@playwright/test'
import { dash, handwrite } from '../handwriting'
import { keyPen } from '../key-pen'
import type { Pen } from '../pen'

/** As long as it takes people to see which digit it is. Who begins sooner, time and again, is held [F2]. */
const readingMs = 450

let hands = 0

/** Nobody draws what somebody has drawn before, in this story or in another [F3]. The same story has the same hands again. */
function nextHand(): number {
  let hash = ++hands
  for (const letter of test.info().titlePath.join()) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return hash >>> 0
}

/** What a prompt asks for: the digit itself, or the answer to a sum. */
function digitIn(text: string): number {
  const [, left, sign, right] = /(\d+)\s*([+−×÷])\s*(\d+)/.exec(text) ?? []
  if (!sign) return Number(text)
  const [one, other] = [Number(left), Number(right)]
  return { '+': one + other, '−': one - other, '×': one * other, '÷': one / other }[sign] ?? Number.NaN
}

/** A room in whatever phase it is. */
export function roomPage(page: Page, pen: Pen) {
  const pad = page.getByRole('img', { name: /^Your (team’s )?canvas$/ })
  const code = page.getByTestId('room-code')
  const prompt = page.getByTestId('prompt')
  const lock = page.getByText('Got it!', { exact: true })
  const ownResult = page
    .getByRole('listitem')
    .filter({ hasText: 'you' })
    .getByText(/^in \d+\.\d+\ss/)
  const clear = page.getByRole('button', { name: 'Clear the canvas' })
  const question = page.getByRole('region', { name: 'May the AI learn from your tricky drawings?' })
  const ready = page.getByRole('button', { name: /^(Ready|Next round|To the podium)$/ })
  const drops = page.getByTestId('drops')
  const hint = page.getByText('Draw here')
  const podium = page.getByRole('heading', {
    name: /^(You win!|Your team wins!|\d+(st|nd|rd|th) place|It’s a tie!|.* wins|\d[\d,]* points?)$/,
  })
  const hand = nextHand()
  let written = 0

  const gameButton = page.getByRole('button', { name: /^Game: / })

  /** Where the settings are behind a button, they are opened for a choice. */
  async function choose(act: () => Promise<void>) {
    await gameButton
      .or(page.getByRole('region', { name: 'Game' }))
      .first()
      .waitFor()
    const isHidden = await gameButton.isVisible()
    if (isHidden) await gameButton.click()
    await act()
    if (isHidden) await page.keyboard.press('Escape')
  }

  async function slide(name: string, value: number) {
    const slider = page.getByRole('slider', { name })
    const [least, most] = await Promise.all(
      ['aria-valuemin', 'aria-valuemax'].map(async (edge) => Number(await slider.getAttribute(edge))),
    )
    const edge = value - (least ?? 0) < (most ?? 0) - value ? least : most
    await slider.press(edge === least ? 'Home' : 'End')
    await expect(slider).toHaveAttribute('aria-valuenow', String(edge))
    for (;;) {
      const now = Number(await slider.getAttribute('aria-valuenow'))
      if (now === value) return
      await slider.press(now < value ? 'ArrowRight' : 'ArrowLeft')
      await expect(slider).toHaveAttribute('aria-valuenow', String(now + Math.sign(value - now)))
    }
  }

  /** The others, or the time, may be sooner. */
  async function tapReady() {
    await ready.click({ timeout: 2_000 }).catch((error: unknown) => {
      if (!(error instanceof errors.TimeoutError)) throw error
    })
  }

  return {
    ...keyPen(page),
    pad,
    prompt,
    code,
    lock,
    hint,
    /** Where nothing locks: has drawn enough. */
    done: page.getByRole('button', { name: 'Done' }),
    wrongLock: page.getByText('Wrong guess: −20%'),
    undo: page.getByRole('button', { name: 'Undo the last stroke' }),
    clear,
    startButton: page.getByRole('button', { name: /^Start/ }),
    /** The player's own points so far. */
    score: page.locator('dt', { hasText: 'Score' }).locator('xpath=following-sibling::dd'),
    seat: (name: string) =>
      page
        .getByRole('region', { name: /player|Nobody here/ })
        .getByRole('listitem')
        .filter({ hasText: name }),
    /** Opens what can be done about somebody in the lobby. */
    openSeat: (name: string) =>
      page
        .getByRole('region', { name: /player|Nobody here/ })
        .getByRole('listitem')
        .filter({ hasText: name })
        .getByRole('button')
        .click(),
    /** The row of somebody's own in the table at the podium. */
    standing: (name: string) => page.getByRole('row').filter({ hasText: name }),
    secondsLeft: page.locator('dt', { hasText: 'Time' }).locator('xpath=following-sibling::dd'),
    canvasOf: (name: string) => page.getByRole('img', { name: `The canvas of ${name}` }),
    heading: (name: string | RegExp) => page.getByRole('heading', { name }),

    /** The code of the room, from the lobby. */
    async readCode(): Promise<string> {
      await expect(code).toBeVisible()
      return ((await code.getAttribute('aria-label')) ?? '').replaceAll(' ', '')
    },
    chooseRounds: (rounds: number) => choose(() => slide('Rounds', rounds)),
    chooseSeconds: (seconds: number) => choose(() => slide('Seconds per round', seconds)),
    chooseMode: (mode: 'Race' | 'Rush' | 'Relay' | 'Fool the AI') =>
      choose(() => page.getByRole('radio', { name: mode }).click()),
    chooseTimer: (timer: 'Normal' | 'Double' | 'None') =>
      choose(() => page.getByRole('radio', { name: timer }).click()),
    chooseSums: (level: 'Easy' | 'Medium' | 'Hard') =>
      choose(() => page.getByRole('radio', { name: level }).click()),
    chooseModifier: (modifier: 'Mirror' | 'Blind' | 'One stroke' | 'Other hand') =>
      choose(() => page.getByRole('radio', { name: modifier }).click()),
    endRound: page.getByRole('button', { name: 'End the round' }),
    /** Takes all other digits out of the game. */
    async chooseOnly(digit: number) {
      await choose(async () => {
        for (const other of Array.from({ length: 10 }, (_, each) => each).filter((each) => each !== digit)) {
          const button = page.getByRole('button', { name: String(other), exact: true })
          await button.click()
          await expect(button).toHaveAttribute('aria-pressed', 'false')
        }
      })
    },
    /** On the podium: may drawings be kept? */
    question,
    async answer(answer: 'Yes, keep tricky drawings' | 'No thanks') {
      await expect(question).toBeVisible()
      await question.getByRole('button', { name: answer }).click()
      await expect(page.getByRole('link', { name: 'You can change this in your profile' })).toBeVisible()
    },
    start: () => page.getByRole('button', { name: /^Start/ }).click(),

    /** The podium's title: for who won, for who did not, and for who watched. */
    podium,
    /** On the results of a round: has seen enough. */
    ready,
    /** Waits until a digit is asked for, and not yet given; at results, goes on as soon as the others do. */
    async readPrompt(): Promise<number> {
      await lock.waitFor({ state: 'hidden' })
      const drawable = pad.and(page.locator('[data-drawable=true]'))
      await drawable.or(ready).first().waitFor()
      if (await ready.isVisible()) await tapReady()
      await drawable.waitFor()
      await page.waitForTimeout(readingMs)
      return digitIn((await prompt.textContent()) ?? '')
    },
    /** Writes a digit onto the own canvas, each time a little differently. */
    write: (digit: number) => pen.write(pad, handwrite(digit, hand + ++written)),
    /** The same with the pen still down. @returns lifts it */
    writeAndHold: (digit: number) => pen.writeAndHold(pad, handwrite(digit, hand + ++written)),
    /** Writes a digit as a hand does that looks into a mirror. */
    writeMirrored: (digit: number) =>
      pen.write(
        pad,
        handwrite(digit, hand + ++written).map((stroke) =>
          stroke.map((point) => ({ ...point, x: 1 - point.x })),
        ),
      ),
    /** Writes another digit than the prompt, of which no part reads as the prompt, however slowly it is drawn: a 1 begins like a 7. */
    writeOther: (prompt: number) =>
      pen.write(pad, handwrite(prompt === 1 || prompt === 7 ? 0 : 1, hand + ++written)),
    /** Writes only the first stroke, and of that only a part. The beginning of a 1 is a 1: for that it is a dash. */
    begin: (digit: number) =>
      pen.write(pad, [digit === 1 ? dash : (handwrite(digit, hand + ++written)[0]?.slice(0, 5) ?? [])]),
    /**
     * Draws what is asked for, until it locks. A lock that ends the round is soon seen on the result alone; on a slow machine all
     * may be over by the time the hand rests: then it is the next countdown, a blank pad, or the podium.
     */
    async drawPrompt() {
      await this.write(await this.readPrompt())
      await lock.or(ownResult).or(drops).or(hint).or(podium).first().waitFor()
    },
    /** Wipes away a stroke that came too late for the digit it was meant for. */
    async wipe() {
      if (await clear.isEnabled()) await clear.click()
    },
  }
}
