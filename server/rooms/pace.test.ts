import { expect, test } from 'vitest'
import { createManualClock } from '#server/testing/manual-clock'
import { createPace } from './pace'

function open() {
  const clock = createManualClock()
  const pace = createPace(clock)
  /** So many seconds in which a hundred ticks are due, of which this many come late. */
  const pass = (seconds: number, late: number, ticks = 100) => {
    for (let second = 0; second < seconds; second++) {
      for (let tick = 0; tick < ticks; tick++) pace.ticked(tick < late ? 40 : 3)
      clock.advance(1_000)
    }
  }
  return { clock, pace, pass }
}

test('[P9] pace: while some ticks are late guesses become fewer, and the tick is as short as ever until they cannot', () => {
  const { pace, pass } = open()
  const seen = [0, 1, 2, 3, 4, 5, 6].map(() => {
    const now = [pace.tickMs, pace.ticksPerGuess]
    pass(1, 50)
    return now
  })
  expect(seen).toEqual([
    [33, 2],
    [33, 3],
    [33, 4],
    [33, 6],
    [33, 8],
    [50, 8],
    [66, 8],
  ])
})

test('[P9] pace: while most ticks are late the tick widens step by step as well, and only then the server is busy', () => {
  const { pace, pass } = open()
  const seen = [0, 1, 2, 3].map(() => {
    const now = [pace.tickMs, pace.isBusy]
    pass(1, 51)
    return now
  })
  expect(seen).toEqual([
    [33, false],
    [50, false],
    [66, true],
    [66, true],
  ])
})

test('[P9] pace: ticks that have been in time for a while shorten it again, one late second in between does not', () => {
  const { pace, pass } = open()
  pass(2, 60)
  pass(4, 0)
  expect(pace.tickMs).toBe(66)
  pass(1, 5)
  expect([pace.tickMs, pace.isBusy]).toEqual([50, false])
  pass(4, 0)
  pass(1, 60)
  pass(4, 0)
  expect(pace.tickMs).toBe(66)
  pass(6, 0)
  expect([pace.tickMs, pace.isBusy]).toEqual([33, false])
})

test('[P9] pace: a tenth of the ticks late, or ticks that are hardly late, or few ticks, are no overload; one more is', () => {
  const { clock, pace, pass } = open()
  const seconds = (...run: [late: number, ticks: number][]) =>
    run.map(([late, ticks]) => {
      pass(1, late, ticks)
      const seen = pace.ticksPerGuess
      clock.advance(60_000)
      return seen
    })
  const often = 2
  expect(seconds([10, 100], [11, 100])).toEqual([often, 3])
  expect(seconds([89, 89], [90, 90])).toEqual([often, 3])
  const allLateBy = (lateByMs: number) => {
    for (let tick = 0; tick < 100; tick++) pace.ticked(lateByMs)
    clock.advance(1_000)
    return pace.ticksPerGuess
  }
  expect([allLateBy(15), allLateBy(16)]).toEqual([often, 3])
})

test('[P9] pace: ticks half a second late are an overload, however few they are: a server that hardly gets on has few', () => {
  const { clock, pace } = open()
  const hold = (seconds: number, lateByMs: number) => {
    clock.advance(seconds * 1_000)
    pace.ticked(lateByMs)
    clock.advance(1_000)
    return [pace.tickMs, pace.isBusy]
  }
  expect(hold(0, 500)).toEqual([33, false])
  expect([hold(0, 501), hold(8, 8_000)]).toEqual([
    [50, false],
    [66, true],
  ])
})

test('[P9] pace: seconds in which nothing happens after a late one count as calm', () => {
  const { clock, pace, pass } = open()
  pass(1, 60)
  expect(pace.tickMs).toBe(50)
  pass(1, 60)
  clock.advance(4_000)
  expect(pace.tickMs).toBe(66)
  clock.advance(1_000)
  expect(pace.tickMs).toBe(50)
})

test('[P9] pace: a second begins where the one before it ended, however late it is looked at', () => {
  const { clock, pace } = open()
  const allLate = () => {
    for (let tick = 0; tick < 100; tick++) pace.ticked(40)
  }
  allLate()
  clock.advance(1_500)
  allLate()
  clock.advance(500)
  expect(pace.tickMs).toBe(66)
})

test('[P9] pace: once nobody plays any more it is as quick as ever', () => {
  const { clock, pace, pass } = open()
  pass(5, 60)
  expect(pace.isBusy).toBe(true)
  clock.advance(60_000)
  expect([pace.tickMs, pace.isBusy]).toEqual([33, false])
})

test('pace: six rooms tick at one moment, twelve at two, and however many at four, evenly over the tick', () => {
  const { clock, pace } = open()
  const places = Array.from({ length: 4 }, () => pace.takePlace())
  const offsetsWith = (rooms: number) => {
    for (let tick = 0; tick < Math.ceil((rooms * 1_000) / pace.tickMs); tick++) pace.ticked(3)
    clock.advance(1_000)
    return places.map(pace.offsetMs)
  }
  expect([offsetsWith(6), offsetsWith(11)]).toEqual([
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ])
  expect([offsetsWith(12), offsetsWith(200)]).toEqual([
    [0, 16, 0, 16],
    [0, 8, 16, 24],
  ])
  clock.advance(2_000)
  expect(places.map(pace.offsetMs)).toEqual([0, 0, 0, 0])
})

/** A thread that is busy for this share of each of so many seconds in which a hundred ticks are in time. */
function openWithThread(ofGuesses = 1) {
  const clock = createManualClock()
  let busyMs = 0
  const pace = createPace(clock, [
    { busyMs: () => 0, ofGuesses: 1 },
    { busyMs: () => busyMs, ofGuesses },
  ])
  const work = (seconds: number, share: number, ticks = 100, lateByMs = 3) => {
    for (let second = 0; second < seconds; second++) {
      for (let tick = 0; tick < ticks; tick++) pace.ticked(lateByMs)
      busyMs += share * 1_000
      clock.advance(1_000)
    }
    return pace.ticksPerGuess
  }
  return { pace, work }
}

test('[P9] pace: a thread without time to spare makes guesses fewer before any tick is late, and is busy if that is not enough', () => {
  const { pace, work } = openWithThread(0.3)
  expect([pace.ticksPerGuess, work(3, 0.7)]).toEqual([2, 2])
  expect([work(1, 0.71), pace.isBusy]).toEqual([3, false])
  // Ten guesses a second are left: fewer are for ticks that come late.
  expect([work(1, 0.71), pace.isBusy]).toEqual([3, true])
  expect([work(9, 1), pace.tickMs]).toEqual([3, 33])
  expect([work(1, 0.69), pace.isBusy]).toEqual([3, false])
})

test('[P9] pace: guesses come back one by one, once the thread would have time for more', () => {
  const { work } = openWithThread()
  expect(work(1, 0.71)).toBe(3)
  // Half as many guesses again would keep it busy for more than 0.6.
  expect(work(20, 0.41)).toBe(3)
  expect([work(4, 0.39), work(1, 0.39)]).toEqual([3, 2])
})

test('[P9] pace: a thread of which guesses are a part has time for more sooner', () => {
  const { work } = openWithThread(0.3)
  expect(work(1, 0.71)).toBe(3)
  expect(work(20, 0.53)).toBe(3)
  expect([work(4, 0.51), work(1, 0.51)]).toEqual([3, 2])
})

test('[P9] pace: guesses that late ticks have made scarce come back to ten a second, however busy a thread is', () => {
  const { work } = openWithThread(0.3)
  expect(work(3, 0.75, 100, 20)).toBe(6)
  // To four ticks, and to three, the last level that a busy thread alone is a reason for.
  expect([work(5, 0.75), work(5, 0.75), work(20, 0.75)]).toEqual([4, 3, 3])
})

test('[P9] pace: a judge without any time left is asked less often until it has: it would answer late', () => {
  const { pace, work } = openWithThread()
  expect([work(2, 0.9), work(1, 0.91), work(1, 0.91), pace.tickMs]).toEqual([3, 4, 6, 33])
  // Four ticks are half as often again as six.
  expect([work(20, 0.61), work(5, 0.59)]).toEqual([6, 4])
})

test('[P9] pace: where few rooms draw, a busy thread has other reasons', () => {
  const { work } = openWithThread()
  expect([work(5, 1, 89), work(1, 1, 90)]).toEqual([2, 3])
})
