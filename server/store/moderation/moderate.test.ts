import { expect, test } from 'vitest'
import { listBanned, listReported, reportedPerPage } from '#server/store/moderation/list-reported'
import { banPlayer, dismissReports, renamePlayer } from '#server/store/moderation/moderate'
import { findStatus, saveReport } from '#server/store/players/moderation-store'
import { deleteSamplesOf } from '#server/store/samples/delete-samples'
import { giveConsent } from '#server/testing/lenders'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const rude = playerNamed('Rude')
const other = playerNamed('Other')
const at = new Date(Date.UTC(2026, 4, 1, 13))

function report(player = rude, reporterId = crypto.randomUUID(), reason: 'name' | 'drawing' = 'name') {
  return saveReport(store.prisma, { reporterId, player, reason, roomCode: 'ACDEF', at })
}

test('moderation: reports wait with what there is to judge by, the most reported first', async () => {
  const game = gameHeader()
  await giveConsent(store.prisma, rude)
  await store.saveRound(roundOf(game, 0, [drawingBy([rude], { lock: null })]))
  await report(other)
  await report()
  await report()
  const { players, count } = await listReported(store.prisma)
  const [first, second] = players
  expect(count).toBe(2)
  expect(first).toMatchObject({ name: 'Rude', samples: 1, drawings: [{ prompt: 1, gameId: game.id }] })
  expect(first?.reports).toHaveLength(2)
  expect(second).toMatchObject({ name: 'Other', drawings: [] })
})

test('moderation: of more players than a page shows, the others are on the next', async () => {
  const crowd = Array.from({ length: reportedPerPage + 1 }, (_, number) => playerNamed(`Crowd ${number}`))
  for (const player of crowd) await report(player)
  await report(rude)
  await report(rude)
  const [first, second] = [await listReported(store.prisma), await listReported(store.prisma, 2)]
  expect([first.players[0]?.name, first.players.length, first.count, first.pageCount]).toEqual([
    ...['Rude', reportedPerPage, reportedPerPage + 2, 2],
  ])
  const shown = [...first.players, ...second.players].map(({ id }) => id)
  expect(new Set(shown)).toEqual(new Set([rude, ...crowd].map(({ id }) => id)))
})

test('moderation: one player has one report about another, the last one', async () => {
  const reporter = crypto.randomUUID()
  await report(rude, reporter, 'name')
  await report(rude, reporter, 'drawing')
  expect((await listReported(store.prisma)).players[0]?.reports).toMatchObject([{ reason: 'drawing' }])
})

test('moderation: a dismissed report is gone, and another may come', async () => {
  await report()
  await dismissReports(store.prisma, rude.id)
  expect((await listReported(store.prisma)).players).toEqual([])
  await report()
  expect((await listReported(store.prisma)).players).toHaveLength(1)
})

test('moderation: a new name stands everywhere, and a seat with the old one does not bring it back', async () => {
  const game = gameHeader()
  await store.play(game, [[drawingBy([rude])]], [standingOf(rude, 900)])
  await renamePlayer(store.prisma, rude.id, 'Rude', 'Brisk Otter')
  const later = gameHeader({ startedAt: game.startedAt + 3_600_000 })
  await store.saveRound(roundOf(later, 0, [drawingBy([{ ...rude, name: 'Rude 2' }])]))
  expect(await findStatus(store.prisma, rude.id)).toEqual({
    ...{ isBanned: false, refusedName: 'Rude', name: 'Brisk Otter' },
  })
  expect(await store.prisma.result.findMany({ select: { name: true } })).toEqual([{ name: 'Brisk Otter' }])
  await store.saveRound(roundOf(later, 1, [drawingBy([{ ...rude, name: 'Ruder' }])]))
  expect((await findStatus(store.prisma, rude.id))?.name).toBe('Ruder')
})

test('moderation: a game that is still on does not write the old name down again', async () => {
  const game = gameHeader()
  await store.saveRound(roundOf(game, 0, [drawingBy([rude])]))
  await renamePlayer(store.prisma, rude.id, 'Rude', 'Brisk Otter')
  await store.saveRound(roundOf(game, 1, [drawingBy([rude])]))
  await store.saveGame(gameOf(game, [standingOf(rude, 900)]))
  const names = [...(await store.prisma.drawer.findMany()), ...(await store.prisma.result.findMany())]
  expect(names.map(({ name }) => name)).toEqual(['Brisk Otter', 'Brisk Otter', 'Brisk Otter'])
})

test('moderation: the number that tells two of a name apart does not save the name', async () => {
  await store.saveRound(roundOf(gameHeader(), 0, [drawingBy([{ ...rude, name: 'Rude 2' }])]))
  await renamePlayer(store.prisma, rude.id, 'Rude 2', 'Brisk Otter')
  expect((await findStatus(store.prisma, rude.id))?.refusedName).toBe('Rude')
})

test('moderation: a second click on a new name does not bring the old one back', async () => {
  await store.play(gameHeader(), [[drawingBy([rude])]], [standingOf(rude, 900)])
  for (const name of ['Brisk Otter', 'Calm Lynx']) await renamePlayer(store.prisma, rude.id, 'Rude', name)
  expect(await findStatus(store.prisma, rude.id)).toMatchObject({ refusedName: 'Rude', name: 'Brisk Otter' })
  const shown = [...(await store.prisma.result.findMany()), ...(await store.prisma.drawer.findMany())]
  expect(shown.map(({ name }) => name)).toEqual(['Brisk Otter', 'Brisk Otter'])
})

test('moderation: a ban is found, and lifted, also when no report is open', async () => {
  await report()
  await banPlayer(store.prisma, rude.id, true)
  await dismissReports(store.prisma, rude.id)
  expect((await listBanned(store.prisma)).players.map(({ name }) => name)).toEqual(['Rude'])
  expect(await findStatus(store.prisma, rude.id)).toMatchObject({ isBanned: true })
  await banPlayer(store.prisma, rude.id, false)
  expect(await findStatus(store.prisma, rude.id)).toBeNull()
})

test('moderation: nothing is decided about a player whom nobody knows', async () => {
  expect(await findStatus(store.prisma, other.id)).toBeNull()
  await renamePlayer(store.prisma, other.id, 'Other', 'Brisk Otter')
  expect(await deleteSamplesOf(store.prisma, other.id)).toBe(0)
  expect(await store.prisma.player.count()).toBe(0)
})
