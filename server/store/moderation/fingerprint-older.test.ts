import { expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import { fingerprintOlder } from '#server/store/moderation/fingerprint-older'
import { silentLog } from '#server/testing/database'
import { drawingBy, gameHeader, playerNamed, roundOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const ada = playerNamed('Ada')

function waveOf(height: number): string {
  const points = Array.from({ length: 20 }, (_, step) => ({
    x: 200 + step * 30,
    y: 500 + Math.round(height * Math.sin(step)),
    t: 400 + step * 16,
  }))
  return encodeInk([{ kind: 'draw', atMs: 800, points }])
}

const prints = () =>
  store.prisma.drawing.findMany({
    select: { index: true, fingerprint: true, inkedAt: true },
    orderBy: { index: 'asc' },
  })

test('[F7] fingerprints: drawings of an older version get the fingerprints that they would have now, also where there is little ink or none', async () => {
  const inks = [...Array.from({ length: 45 }, (_, index) => waveOf(100 + index)), drawingBy([ada]).ink, '']
  const drawings = inks.map((ink, index) => drawingBy([ada], { index, ink }))
  await store.saveRound(roundOf(gameHeader(), 0, drawings))
  const now = await prints()
  expect(now.filter(({ fingerprint }) => fingerprint !== null)).toHaveLength(45)
  await store.prisma.drawing.updateMany({ data: { fingerprint: null, inkedAt: null } })
  await fingerprintOlder(store.prisma, silentLog).finished
  expect(await prints()).toEqual(now)
})

test('[F7] fingerprints: a look through older drawings ends when the server does, and ink that cannot be read does not stop it', async () => {
  await store.saveRound(roundOf(gameHeader(), 0, [drawingBy([ada])]))
  await store.prisma.drawing.updateMany({ data: { ink: 'no ink', inkedAt: null } })
  await fingerprintOlder(store.prisma, silentLog).close()
  await fingerprintOlder(store.prisma, silentLog).finished
  expect(await prints()).toMatchObject([{ fingerprint: null, inkedAt: expect.any(Date) }])
})
