import { expect, test } from 'vitest'
import { createOutboxQueue, gameOf } from './outbox-queue'

const job = (name: string) => ({ name })
const [first, second] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
const namesIn = (queue: ReturnType<typeof createOutboxQueue>) => queue.jobs.map(({ name }) => name)

test('outbox queue: what an earlier run left is done round by round, and a game after its rounds', () => {
  const left = ['end', '1', '0'].map((place) => job(`${first}-${place}.json`))
  const queue = createOutboxQueue(left)
  expect(namesIn(queue)).toEqual(['0', '1', 'end'].map((place) => `${first}-${place}.json`))
  expect([queue.size, gameOf(`${first}-0.json`)]).toEqual([3, first])
})

test('outbox queue: a job goes behind all others, but before what comes after it in its own game', () => {
  const queue = createOutboxQueue([job(`${first}-0.json`), job(`${first}-end.json`)])
  queue.add(job(`${second}-0.json`))
  queue.add(job(`${first}-1.json`))
  expect(namesIn(queue)).toEqual([
    `${first}-0.json`,
    `${first}-1.json`,
    `${first}-end.json`,
    `${second}-0.json`,
  ])
})

test('outbox queue: the first job of a game goes behind those of others, whatever their names', () => {
  const queue = createOutboxQueue([job(`${second}-0.json`)])
  queue.add(job(`${first}-0.json`))
  expect(namesIn(queue)).toEqual([`${second}-0.json`, `${first}-0.json`])
})

test('outbox queue: a game that is requeued goes behind the others, its jobs in order', () => {
  const queue = createOutboxQueue([job(`${first}-0.json`), job(`${first}-1.json`), job(`${second}-0.json`)])
  queue.requeue(first)
  expect(namesIn(queue)).toEqual([`${second}-0.json`, `${first}-0.json`, `${first}-1.json`])
  const found = queue.find(`${first}-0.json`)
  if (found) queue.remove(found)
  expect([queue.size, queue.find(`${first}-0.json`)]).toEqual([2, undefined])
})
