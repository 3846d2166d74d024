import { expect, test } from './fixtures'
import { handwrite } from './handwriting'
import { inspect } from './look'
import { finger, placesOn, stylus } from './pen'

test('practice: without a name, digits are recognised as they are drawn, from 28x28 pixels', async ({
  host,
}) => {
  await host.home.open()
  await host.page.getByRole('main').getByRole('link', { name: 'Practice' }).click()
  await expect(host.practice.pad).toBeVisible()
  for (const digit of [2, 5, 7]) {
    await host.practice.write(digit)
    await expect(host.practice.seen).toHaveText(String(digit))
    await host.practice.clear.click()
  }
  await host.practice.write(8)
  await expect(host.practice.raster).toBeVisible()
  await host.practice.saliency.click()
  await expect(host.practice.saliency).toBeChecked()
  await inspect(host, 'practice-seen')
})

test('what the AI sees in large letters is the top of its answers, and a question in both until it is sure', async ({
  guest,
}) => {
  const { practice } = guest
  await practice.open()
  const beginnings = [0, 2, 3, 5, 8, 9].flatMap((digit) =>
    [4, 8, 40].map((points) => handwrite(digit, digit).map((stroke) => stroke.slice(0, points))),
  )
  const isSure = new Set<boolean>()
  for (const strokes of beginnings) {
    await practice.draw(strokes)
    await expect(async () => {
      const seen = (await practice.seen.textContent()) ?? ''
      const { answer, percent } = await practice.readTopAnswer()
      if (/\d/.test(seen)) expect(answer).toBe(seen)
      else expect(answer).toBe(seen.endsWith('?') ? 'not a digit?' : 'not a digit')
      if (percent !== 90) expect(seen.endsWith('?')).toBe(percent < 90)
      isSure.add(percent > 90)
    }).toPass()
    await practice.clear.click()
  }
  expect(isSure, 'there were sure answers and questions').toEqual(new Set([true, false]))
})

test('pad: two strokes less than 100 ms apart both arrive', async ({ guest }) => {
  await guest.practice.open()
  const strokes = handwrite(4, 3)
  const [first, second] = strokes
  expect((second?.[0]?.t ?? 0) - (first?.at(-1)?.t ?? 0)).toBeLessThan(100)
  await guest.practice.write(4, 3)
  await expect(guest.practice.seen).toHaveText('4')
  expect(await guest.practice.countStrokes()).toBe(strokes.length)
})

test('stylus: it takes over from a resting palm, whose stroke is undone', async ({ guest }) => {
  await guest.practice.open()
  const devTools = await guest.context.newCDPSession(guest.page)
  const palm = finger(devTools)
  const placeOf = await placesOn(guest.practice.pad)
  await palm.down(placeOf({ x: 0.9, y: 0.9 }))
  await palm.move(placeOf({ x: 0.95, y: 0.95 }))
  await expect(guest.practice.undo).toBeEnabled()
  await stylus(devTools).write(guest.practice.pad, handwrite(3, 5))
  await expect(guest.practice.seen).toHaveText('3')
  expect(await guest.practice.countStrokes()).toBe(1)
})
