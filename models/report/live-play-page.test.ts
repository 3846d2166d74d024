import { expect, test } from 'vitest'
import { locked } from '#game/testing/hand'
import { draw, lift, point } from '#game/testing/stories'
import { livePlayText, type PlayedDigit, waitMsOf } from '#models/evaluation/live-play'
import { livePlayPage } from './live-play-page'

const ink = [draw(point(100, 100), point(100, 900)), lift]
const lockedAt = { atMs: 900, guessIndex: 0, heldIndex: 0 }
const digit = (line: number, change: Partial<PlayedDigit>, more: object = {}): PlayedDigit => ({
  ...{ line, answer: 8, shownMs: 1_100, drawnMs: 1_000, record: locked(ink, { lock: lockedAt, ...more }) },
  ...change,
})
const played = [
  digit(1, {}),
  digit(2, { shownMs: 1_300 }),
  digit(3, { shownMs: null }),
  digit(4, { shownMs: null, answer: 3 }, { lock: null, wrongLocks: 1 }),
]
const live = { set: 'digits-finger-test', played }

test('live play: a wait is counted from the ink that the lock counts from, and there is none before the round ends', () => {
  expect(played.map(waitMsOf)).toEqual([200, 400, null, null])
  expect(livePlayText(live)).toBe(
    [
      '4 of digits-finger-test, each drawn in a room: 3 lock, 1 of these only as the round ends',
      'ms until a lock is shown; median, 95 of 100, most: 200, 200, 400 from the ink that it counts from, 100, 100, 300 from the last lift',
    ].join('\n'),
  )
})

test('live play: the page shows what never locks, what locks late, and what is guessed wrongly, each as a picture', () => {
  const page = livePlayPage('digits-v1', live)
  const titles = [...page.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, title]) => title)
  expect(titles).toEqual([
    'Never recognised: 1',
    'Shown later than 250 ms: 2',
    'With a wrong guess: 1',
    'All others: 1',
  ])
  expect(page).toContain('as time is up')
  expect(page).toContain('read as 3, 1 wrong')
  expect(page.match(/<svg/g)).toHaveLength(5)
})
