import { expect, test } from 'vitest'
import { ModelRefusedError } from '#models/judge'
import { type Job, settleBatch, takeBatch } from './batch'
import { createFairQueue } from './fair-queue'

/** A job of so many numbers of ink. */
const jobOf = (inkLength: number, changed: Partial<Job> = {}): Job => ({
  room: 'CDFGH',
  version: 'v1',
  drawing: new Int32Array(inkLength),
  resolve() {},
  reject() {},
  wasRequeued: false,
  ...changed,
})

function queueOf(...jobs: Job[]) {
  const queue = createFairQueue<Job>()
  for (const job of jobs) queue.add(job.room, job)
  return queue
}

const many = (count: number, inkLength: number) => Array.from({ length: count }, () => jobOf(inkLength))

test('judge batch: it holds 32 drawings, and one more waits', () => {
  const queue = queueOf(...many(33, 4))
  expect(takeBatch(queue)).toHaveLength(32)
  expect(takeBatch(queue)).toHaveLength(1)
  expect(takeBatch(queue)).toEqual([])
})

test('judge batch: it holds 1,000 numbers of ink, and what would be one more waits', () => {
  expect(takeBatch(queueOf(...many(4, 250)))).toHaveLength(4)
  expect(takeBatch(queueOf(...many(3, 250), jobOf(251)))).toHaveLength(3)
})

test('judge batch: the first drawing is taken however large it is, alone, and never with one of another version', () => {
  const large = jobOf(5_000)
  const queue = queueOf(large, jobOf(4, { room: 'JKMNP' }))
  expect([takeBatch(queue).length, takeBatch(queue)]).toEqual([1, [large]])
  const versions = queueOf(jobOf(4), jobOf(4, { room: 'JKMNP', version: 'v2' }), jobOf(4))
  const batches = [takeBatch(versions), takeBatch(versions)]
  expect(batches.map((batch) => batch.map(({ version }) => version))).toEqual([['v2'], ['v1', 'v1']])
})

test('judge batch: each drawing has its own answer, and what has none is refused with the reason', () => {
  const told: unknown[] = []
  const asking = Array.from({ length: 2 }, (_, index) =>
    jobOf(4, {
      resolve: (answer) => void told.push([index, answer]),
      reject: (cause) => void told.push([index, cause instanceof ModelRefusedError && cause.message]),
    }),
  )
  settleBatch(asking, { type: 'classified', answers: [{ thousandths: [990] }] })
  settleBatch(asking.slice(1), { type: 'refused', reason: 'no such version' })
  expect(told).toEqual([
    [0, { thousandths: [990] }],
    [1, expect.stringContaining('no answer')],
    [1, expect.stringContaining('no such version')],
  ])
})
