import { afterEach, expect, test, vi } from 'vitest'
import { capturePointer, onPointerMove, samplesOf, timeOf } from './pointer'

afterEach(() => vi.unstubAllGlobals())

const at = (clientX: number, clientY: number, timeStamp = performance.now()) => ({
  clientX,
  clientY,
  timeStamp,
})
const positions = (samples: ReturnType<typeof samplesOf>) =>
  samples.map(({ clientX, clientY }) => [clientX, clientY])

test('coalesced events: all positions are told, and the last may be rounded', () => {
  const event = { ...at(30, 40), getCoalescedEvents: () => [at(10, 20), at(20, 30), at(30.4, 39.6)] }
  expect(positions(samplesOf(event))).toEqual([
    [10, 20],
    [20, 30],
    [30.4, 39.6],
  ])
})

test.each([
  ['missing, as on plain http', {}],
  ['an empty list', { getCoalescedEvents: () => [] }],
  [
    'a method that throws',
    {
      getCoalescedEvents: () => {
        throw new DOMException('no', 'InvalidStateError')
      },
    },
  ],
  ['positions at the origin', { getCoalescedEvents: () => [at(0, 0), at(0, 0)] }],
  ['a last position that is none', { getCoalescedEvents: () => [at(10, 20), at(Number.NaN, 40)] }],
])('coalesced events: %s leave the position of the event', (_, part) => {
  expect(positions(samplesOf({ ...at(30, 40), ...part }))).toEqual([[30, 40]])
})

test('coalesced events: single positions that are none are left out', () => {
  const list = [at(10, 20), at(0, 0), at(Number.NaN, 1), at(30, 40)]
  expect(positions(samplesOf({ ...at(30, 40), getCoalescedEvents: () => list }))).toEqual([
    [10, 20],
    [30, 40],
  ])
})

test('a pointer event without a position gives no sample', () => {
  expect(samplesOf(at(Number.NaN, 40))).toEqual([])
  expect(samplesOf(at(30, Number.POSITIVE_INFINITY))).toEqual([])
})

test.each([
  ['of the year 1970', 0],
  ['on the clock of the wall', Date.now()],
  ['that is no number', Number.NaN],
])('the time of an event %s is now', (_, timeStamp) => {
  vi.stubGlobal('performance', { now: () => 50_000 })
  expect(timeOf({ timeStamp })).toBe(50_000)
  expect(samplesOf(at(30, 40, timeStamp))).toEqual([at(30, 40, 50_000)])
  const list = [at(20, 40, timeStamp), at(30, 40, 49_990)]
  const times = samplesOf({ ...at(30, 40, 49_990), getCoalescedEvents: () => list }).map(
    (one) => one.timeStamp,
  )
  expect(times).toEqual([49_990, 49_990])
})

test('a capture that throws is no failure', () => {
  const element = {
    setPointerCapture() {
      throw new DOMException('no such pointer', 'NotFoundError')
    },
  }
  expect(() => capturePointer(element as unknown as Element, 7)).not.toThrow()
})

function listenedTo() {
  const page = new EventTarget()
  const element = new EventTarget()
  vi.stubGlobal('window', page)
  const moves: string[] = []
  onPointerMove(element as HTMLElement, ({ type, pointerId }) => moves.push(`${type} ${pointerId}`), {
    signal: new AbortController().signal,
  })
  const tell = (target: EventTarget, type: string, pointerId: number, path = [target]) =>
    target.dispatchEvent(Object.assign(new Event(type), { pointerId, composedPath: () => path }))
  return {
    moves,
    on: (type: string, pointerId = 1) => tell(element, type, pointerId),
    moveOver: (pointerId = 1) => tell(page, 'pointermove', pointerId, [element, page]),
    moveBeside: (pointerId = 1) => tell(page, 'pointermove', pointerId),
  }
}

test('moves come by the usual event where there are no raw updates', () => {
  const { on, moveOver, moves } = listenedTo()
  on('pointerdown')
  moveOver()
  expect(moves).toEqual(['pointermove 1'])
})

test('moves come by raw updates where there are any, and only once', () => {
  const { on, moveOver, moves } = listenedTo()
  on('pointerdown')
  on('pointerrawupdate')
  moveOver()
  expect(moves).toEqual(['pointerrawupdate 1'])
  on('pointerdown')
  moveOver()
  expect(moves).toEqual(['pointerrawupdate 1', 'pointermove 1'])
})

test('moves beside the element are heard where the pointer could not be captured', () => {
  const { on, moveBeside, moves } = listenedTo()
  on('pointerdown')
  on('pointerrawupdate')
  moveBeside()
  expect(moves).toEqual(['pointerrawupdate 1', 'pointermove 1'])
})

test('moves of a pointer without raw updates are heard beside one that has them', () => {
  const { on, moveOver, moves } = listenedTo()
  on('pointerdown', 1)
  on('pointerdown', 2)
  on('pointerrawupdate', 1)
  moveOver(2)
  expect(moves).toEqual(['pointerrawupdate 1', 'pointermove 2'])
})
