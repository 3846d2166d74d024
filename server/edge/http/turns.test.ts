import { expect, test } from 'vitest'
import { createManualClock } from '#server/testing/manual-clock'
import { createTurns } from './turns'

test('turns: so many at once, the rest in the windows after it, and nobody waits for another key', () => {
  const clock = createManualClock()
  const turns = createTurns(clock, 100, 2)
  const went: string[] = []
  const wait = (key: string, name: string) => turns.wait(key, () => void went.push(name))
  for (const name of ['a', 'b', 'c', 'd', 'e']) wait('one', name)
  wait('other', 'z')
  expect(went.join('')).toBe('abz')
  clock.advance(100)
  expect(went.join('')).toBe('abzcd')
  clock.advance(100)
  wait('one', 'f')
  wait('one', 'g')
  expect(went.join('')).toBe('abzcdef')
})

test('turns: who gives up while waiting takes none', () => {
  const clock = createManualClock()
  const turns = createTurns(clock, 100, 1)
  const went: string[] = []
  const wait = (name: string) => turns.wait('one', () => void went.push(name))
  wait('a')
  const giveUp = wait('b')
  wait('c')
  giveUp()
  clock.advance(100)
  expect(went.join('')).toBe('ac')
})

test('turns: a key for which nobody has come in a whole window costs no timer any more', () => {
  const clock = createManualClock()
  const turns = createTurns(clock, 100, 2)
  const went: string[] = []
  const wait = (name: string) => turns.wait('one', () => void went.push(name))
  for (const name of ['a', 'b', 'c']) wait(name)
  clock.advance(200)
  expect(clock.waiting).toBe(1)
  clock.advance(100)
  expect(clock.waiting).toBe(0)
  for (const name of ['d', 'e', 'f']) wait(name)
  expect(went.join('')).toBe('abcde')
  clock.advance(100)
  expect(went.join('')).toBe('abcdef')
})
