import { expect, test } from 'vitest'
import { hashRecoveryCode, makeRecoveryCode } from '#server/auth/recovery-code'
import { findRecoveryCode, saveRecoveryCode, takeRecoveryCode } from '#server/store/players/recovery-codes'
import { playerNamed } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const ada = playerNamed('Ada', { colour: 5 })
const at = new Date(Date.UTC(2026, 4, 1))

async function give(): Promise<string> {
  const hash = hashRecoveryCode(makeRecoveryCode()) ?? ''
  await saveRecoveryCode(store.prisma, { player: ada, hash, at })
  return hash
}

const take = (hash: string) => takeRecoveryCode(store.prisma, hash, async (player) => player)

test('recovery codes: a code brings back the player as they are known now, also one who has never played', async () => {
  const hash = await give()
  expect(await take(hash)).toEqual(ada)
})

test('recovery codes: a code works once, even for two who type it at the same time', async () => {
  const hash = await give()
  const taken = await Promise.all([1, 2, 3].map(() => take(hash)))
  expect(taken.filter((player) => player !== null)).toHaveLength(1)
  expect(await take(hash)).toBeNull()
  expect(await findRecoveryCode(store.prisma, ada.id)).toBeNull()
})

test('recovery codes: a new code takes the place of the one before', async () => {
  const [older, newer] = [await give(), await give()]
  expect(await take(older)).toBeNull()
  expect(await findRecoveryCode(store.prisma, ada.id)).toEqual(at)
  expect(await take(newer)).toMatchObject({ id: ada.id })
})

test('recovery codes: a code whose player could not be sealed is not used up', async () => {
  const hash = await give()
  const failing = takeRecoveryCode(store.prisma, hash, () => Promise.reject(new Error('no seal')))
  await expect(failing).rejects.toThrow('no seal')
  expect(await take(hash)).toMatchObject({ id: ada.id })
})
