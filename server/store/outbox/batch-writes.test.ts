import { expect, test } from 'vitest'
import { batchWrites } from './batch-writes'

/** Writes that are asked for by name, each of size one; a batch ends when it is let go. */
function scripted({
  mostSize = 3,
  mostAtOnce = 1,
  isRefused = (_: readonly string[]): boolean => false,
} = {}) {
  const batches: string[][] = []
  const gates: (() => void)[] = []
  const save = batchWrites<string>({
    async write(names) {
      batches.push([...names])
      await new Promise<void>((resolve) => gates.push(resolve))
      if (isRefused(names)) throw new Error(`${names} refused`)
    },
    sizeOf: (name) => name.length,
    ...{ mostSize, mostAtOnce },
  })
  const letGo = async () => {
    gates.shift()?.()
    await new Promise(setImmediate)
  }
  return { save, batches, letGo }
}

const turn = () => new Promise(setImmediate)

test('batches: what is asked for while one is written is the next, in order and no larger than it may be', async () => {
  const { save, batches, letGo } = scripted()
  for (const name of ['a', 'b', 'c', 'd', 'eeeee', 'f']) void save(name)
  for (let batch = 0; batch < 4; batch++) {
    await turn()
    await letGo()
  }
  expect(batches).toEqual([['a', 'b', 'c'], ['d'], ['eeeee'], ['f']])
})

test('batches: no more are written side by side than there is place for', async () => {
  const { save, batches, letGo } = scripted({ mostSize: 1, mostAtOnce: 2 })
  for (const name of ['a', 'b', 'c']) void save(name)
  await turn()
  expect(batches).toEqual([['a'], ['b']])
  await letGo()
  expect(batches).toEqual([['a'], ['b'], ['c']])
})

test('batches: one that fails is written again write by write: what is refused fails alone', async () => {
  const { save, batches, letGo } = scripted({ isRefused: (names) => names.includes('b') })
  const ends = Promise.allSettled(['a', 'b', 'c'].map(save))
  void save('d')
  for (let batch = 0; batch < 5; batch++) {
    await turn()
    await letGo()
  }
  expect((await ends).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(batches).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c'], ['d']])
})
