import { expect, test } from 'vitest'
import { createManualClock } from '#server/testing/manual-clock'
import { createTimerWheel } from './timer-wheel'

function open() {
  const clock = createManualClock(1_000_000)
  const woken: string[] = []
  const wheel = createTimerWheel(clock, 4)
  const wakes = (name: string, inMs: number) => wheel.wakeAt(clock.now() + inMs, () => void woken.push(name))
  return { clock, wheel, wakes, woken }
}

test('timer wheel: who waits for one slot is woken by one timer, by their times, never too soon and less than a slot late', () => {
  const { clock, wakes, woken } = open()
  wakes('third', 4)
  wakes('first', 1)
  wakes('second', 3)
  wakes('later', 5)
  expect(clock.waiting).toBe(1)
  clock.advance(3)
  expect(woken).toEqual([])
  clock.advance(1)
  expect(woken).toEqual(['first', 'second', 'third'])
  clock.advance(4)
  expect(woken).toEqual(['first', 'second', 'third', 'later'])
  expect(clock.waiting).toBe(0)
})

test('timer wheel: an earlier wake that comes later moves the timer, and what is called off does not wake', () => {
  const { clock, wakes, woken } = open()
  wakes('late', 100)
  const callOff = wakes('called off', 8)
  wakes('early', 8)
  callOff()
  wakes('past', -5)
  clock.advance(0)
  expect(woken).toEqual(['past'])
  clock.advance(8)
  expect(woken).toEqual(['past', 'early'])
  clock.advance(92)
  expect(woken).toEqual(['past', 'early', 'late'])
})

test('timer wheel: a wake that waits again for the present is woken again, and infinity never comes', () => {
  const { clock, wheel, woken } = open()
  const again = (times: number) => {
    woken.push(`${times}`)
    if (times > 0) wheel.wakeAt(clock.now(), () => again(times - 1))
  }
  wheel.wakeAt(Number.POSITIVE_INFINITY, () => void woken.push('never'))
  again(2)
  clock.advance(4)
  expect(woken).toEqual(['2', '1', '0'])
  expect(clock.waiting).toBe(0)
})

test('timer wheel: an error in one wake keeps no other of its slot from its turn', () => {
  const { clock, wheel, wakes, woken } = open()
  wakes('before', 1)
  wheel.wakeAt(clock.now() + 2, () => {
    throw new Error('broken')
  })
  wakes('after', 3)
  wakes('later', 9)
  expect(() => clock.advance(4)).toThrow('broken')
  expect(woken).toEqual(['before', 'after'])
  clock.advance(12)
  expect(woken).toEqual(['before', 'after', 'later'])
})
