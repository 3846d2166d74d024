import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { shareOutbox } from '#server/store/outbox/shared-outbox'
import { findDelivered } from './find-delivered'

afterEach(() => shareOutbox({ delivered: async () => {} }))

test('game pages: a game on its way to the database is read once, when it is there', async () => {
  const told: string[] = []
  let arrive = () => {}
  shareOutbox({
    delivered: () =>
      new Promise<void>((resolve) => {
        arrive = resolve
      }),
  })
  const found = findDelivered(randomUUID(), async () => told.push('read'))
  await new Promise(setImmediate)
  told.push('written')
  arrive()
  await found
  expect(told).toEqual(['written', 'read'])
})

test('game pages: an address that nothing waits for is read at once, and once', async () => {
  const id = randomUUID()
  const read: string[] = []
  const find = async (gameId: string) => {
    read.push(gameId)
    return null
  }
  expect(await findDelivered(id, find)).toBeNull()
  expect(read).toEqual([id])
})

test('game pages: what is no id is no game, and nobody asks for one', async () => {
  const refuse = () => Promise.reject(new Error('asked'))
  shareOutbox({ delivered: refuse })
  expect(await findDelivered('nonsense', refuse)).toBeNull()
})
