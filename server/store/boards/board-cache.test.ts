import { expect, test } from 'vitest'
import { cacheBoards, forgetBoards, rememberBoard } from '#server/store/boards/board-cache'
import type { Prisma } from '#server/store/prisma'

const client = () => ({}) as unknown as Prisma

/** A board that says how often it was read. */
function counted() {
  let reads = 0
  return async () => ++reads
}

test('board cache: who asks at the same time shares one reading, and so does who asks a moment later', async () => {
  const [prisma, read] = [cacheBoards(client()), counted()]
  const asked = await Promise.all([1, 2, 3].map(() => rememberBoard(prisma, 'race all', read)))
  expect([...asked, await rememberBoard(prisma, 'race all', read)]).toEqual([1, 1, 1, 1])
})

test('board cache: other boards, other clients and clients that keep nothing read for themselves', async () => {
  const [prisma, read] = [cacheBoards(client()), counted()]
  const plain = client()
  const asked = [prisma, cacheBoards(client()), plain, plain].map((each) =>
    rememberBoard(each, 'race all', read),
  )
  expect(await Promise.all([...asked, rememberBoard(prisma, 'relay all', read)])).toEqual([1, 2, 3, 4, 5])
})

test('board cache: a reading that began before a board changed is not kept', async () => {
  const [prisma, read] = [cacheBoards(client()), counted()]
  const before = rememberBoard(prisma, 'race all', read)
  forgetBoards()
  expect([await before, await rememberBoard(prisma, 'race all', read)]).toEqual([1, 2])
})

test('board cache: a reading that failed is not kept', async () => {
  const prisma = cacheBoards(client())
  await expect(rememberBoard(prisma, 'race all', () => Promise.reject(new Error('busy')))).rejects.toThrow(
    'busy',
  )
  expect(await rememberBoard(prisma, 'race all', async () => 'there')).toBe('there')
})
