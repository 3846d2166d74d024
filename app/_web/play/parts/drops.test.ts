import { expect, test } from 'vitest'
import { settings } from '#game/settings'
import { dropCount, dropsLeft, nextDropMs } from './drops'

test.each([settings.countdownMs, settings.betweenRoundsMs])(
  '[R19] drops: they go one by one, the last before the round begins, in a countdown of %i ms',
  (totalMs) => {
    const seen: number[] = []
    for (let leftMs: number = totalMs; ; leftMs -= nextDropMs(leftMs, totalMs)) {
      seen.push(dropsLeft(leftMs, totalMs))
      if (nextDropMs(leftMs, totalMs) === 0) {
        expect(leftMs).toBeGreaterThan(0)
        break
      }
    }
    expect(seen).toEqual([3, 2, 1, 0])
  },
)

test('[R19] drops: who comes late finds those that are left, and nobody sees more than there are', () => {
  expect(dropsLeft(settings.countdownMs + 500, settings.countdownMs)).toBe(dropCount)
  expect(dropsLeft(settings.countdownMs / 2, settings.countdownMs)).toBe(2)
  expect(dropsLeft(-40, settings.countdownMs)).toBe(0)
})
