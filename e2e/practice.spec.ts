import { expect, test } from './fixtures'
import { handwrite } from './handwriting'
import { finger, placesOn, stylus } from './pen'

test('practice needs no name: digits are read as they are drawn, from 28x28 pixels', async ({ host }) => {
  await host.home.open()
  await host.page.getByRole('link', { name: 'Practise alone, no name needed' }).click()
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
})

test('two strokes less than 100 ms apart both arrive', async ({ guest }) => {
  await guest.practice.open()
  const strokes = handwrite(4, 3)
  const [first, second] = strokes
  expect((second?.[0]?.t ?? 0) - (first?.at(-1)?.t ?? 0)).toBeLessThan(100)
  await guest.practice.write(4, 3)
  await expect(guest.practice.seen).toHaveText('4')
  expect(await guest.practice.countStrokes()).toBe(strokes.length)
})

test('a pen takes over from a resting palm, whose stroke goes away', async ({ guest }) => {
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
