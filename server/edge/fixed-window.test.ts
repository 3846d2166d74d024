import { expect, test } from 'vitest'
import { createManualClock } from '#server/testing/manual-clock'
import { createFixedWindow, createKeyedWindow, createSeenWindow } from './fixed-window'

const windowMs = 1_000
/** More keys than are counted one by one. */
const tooMany = 100_001

test('fixed window: it adds up what comes, and begins anew once its time has passed', () => {
  const clock = createManualClock()
  const window = createFixedWindow(clock, windowMs)
  expect([window.add(), window.add(3), window.add(0)]).toEqual([1, 4, 4])
  clock.advance(windowMs - 1)
  expect(window.add()).toBe(5)
  clock.advance(1)
  expect(window.add()).toBe(1)
  clock.advance(windowMs * 10)
  expect([window.add(), window.add()]).toEqual([1, 2])
})

test('keyed window: each key has its own count, and all together a total', () => {
  const clock = createManualClock()
  const window = createKeyedWindow(clock, windowMs)
  expect([window.add('a'), window.add('a'), window.add('b')]).toEqual([1, 2, 1])
  expect([window.count('a'), window.count('b'), window.count('c'), window.total]).toEqual([2, 1, 0, 3])
  clock.advance(windowMs)
  expect([window.total, window.count('a'), window.add('a'), window.total]).toEqual([0, 0, 1, 1])
})

test('keyed window: beyond a bound all new keys share one count, those known before keep theirs', () => {
  const window = createKeyedWindow(createManualClock(), windowMs)
  for (let key = 0; key < tooMany; key++) window.add(`address ${key}`)
  const shared = window.count('new')
  expect(shared).toBeGreaterThan(0)
  expect(window.add('new')).toBe(shared + 1)
  expect(window.add('newer')).toBe(shared + 2)
  expect(window.add('address 0')).toBe(2)
})

test('seen window: a key is new once in a window', () => {
  const clock = createManualClock()
  const seen = createSeenWindow(clock, windowMs)
  expect([seen.isNew('a'), seen.isNew('a'), seen.isNew('b')]).toEqual([true, false, true])
  clock.advance(windowMs - 1)
  expect(seen.isNew('a')).toBe(false)
  clock.advance(1)
  expect(seen.isNew('a')).toBe(true)
})

test('seen window: beyond a bound every further key is new each time, those known before are not', () => {
  const seen = createSeenWindow(createManualClock(), windowMs)
  for (let key = 0; key < tooMany; key++) seen.isNew(`code ${key}`)
  expect([seen.isNew('new'), seen.isNew('new'), seen.isNew('code 0')]).toEqual([true, true, false])
})
