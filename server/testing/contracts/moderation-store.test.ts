import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { PlayerId } from '#game/protocol/scalars'
import type { ModerationStore } from '#server/rooms/ports'
import { banPlayer, renamePlayer } from '#server/store/moderation/moderate'
import { erasePlayer } from '#server/store/players/erase-player'
import { createModerationStore } from '#server/store/players/moderation-store'
import { createMemoryModerationStore } from '#server/testing/fakes/memory-moderation-store'
import { playerNamed } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const database = testStore()

type Reported = { readonly reporterId: PlayerId; readonly playerId: PlayerId; readonly reason: string }
type Opened = {
  readonly moderation: ModerationStore
  reports(): Promise<readonly Reported[]>
  ban(playerId: PlayerId, isBanned: boolean): Promise<void>
  rename(playerId: PlayerId, from: string, to: string): Promise<void>
  erase(playerId: PlayerId): Promise<void>
}

function openDatabase(): Opened {
  const { prisma } = database
  return {
    moderation: createModerationStore(prisma),
    reports: () => prisma.report.findMany({ select: { reporterId: true, playerId: true, reason: true } }),
    ban: (playerId, isBanned) => banPlayer(prisma, playerId, isBanned),
    rename: (playerId, from, to) => renamePlayer(prisma, playerId, from, to),
    erase: (playerId) => erasePlayer(prisma, playerId),
  }
}

function openMemory(): Opened {
  const moderation = createMemoryModerationStore()
  const name = 'Rude'
  return {
    moderation,
    reports: async () =>
      moderation.reports.map(({ reporterId, player, reason }) => ({
        reporterId,
        playerId: player.id,
        reason,
      })),
    ban: async (id, isBanned) =>
      moderation.decide(id, isBanned ? { isBanned, refusedName: null, name } : null),
    rename: async (id, from, to) => moderation.decide(id, { isBanned: false, refusedName: from, name: to }),
    erase: async (id) =>
      moderation.decide(id, { isBanned: false, refusedName: null, name: '', isErased: true }),
  }
}

describe.each<[string, () => Opened]>([
  ['database', openDatabase],
  ['memory', openMemory],
])('moderation store in the %s', (_, open) => {
  const reporterId = randomUUID()
  const reportOf = (player: ReturnType<typeof playerNamed>, reason: 'name' | 'drawing' = 'name') => ({
    ...{ reporterId, player, reason, roomCode: 'ACDEF' },
    at: new Date(Date.UTC(2026, 4, 1, 13)),
  })

  test('nothing is said of a player whom nobody has decided anything about, known or not', async () => {
    const { moderation } = open()
    const rude = playerNamed('Rude')
    expect(await moderation.findStatus(rude.id)).toBeNull()
    await moderation.saveReport(reportOf(rude))
    expect(await moderation.findStatus(rude.id)).toBeNull()
  })

  test('a ban is told until it is lifted', async () => {
    const { moderation, ban } = open()
    const rude = playerNamed('Rude')
    await moderation.saveReport(reportOf(rude))
    await ban(rude.id, true)
    expect(await moderation.findStatus(rude.id)).toEqual({ isBanned: true, refusedName: null, name: 'Rude' })
    await ban(rude.id, false)
    expect(await moderation.findStatus(rude.id)).toBeNull()
  })

  test('a name that was taken away is told with the one in its place', async () => {
    const { moderation, rename } = open()
    const rude = playerNamed('Rude')
    await moderation.saveReport(reportOf(rude))
    await rename(rude.id, 'Rude', 'Brisk Otter')
    const renamed = { isBanned: false, refusedName: 'Rude', name: 'Brisk Otter' }
    expect(await moderation.findStatus(rude.id)).toEqual(renamed)
  })

  test('a report is an upsert: a player has one about each other, the last one', async () => {
    const { moderation, reports } = open()
    const [rude, other] = [playerNamed('Rude'), playerNamed('Other')]
    await moderation.saveReport(reportOf(rude, 'name'))
    await moderation.saveReport(reportOf(other, 'name'))
    await moderation.saveReport(reportOf(rude, 'drawing'))
    const found = await reports()
    expect(found).toHaveLength(2)
    expect(found).toContainEqual({ reporterId, playerId: rude.id, reason: 'drawing' })
    expect(found).toContainEqual({ reporterId, playerId: other.id, reason: 'name' })
  })

  test('[C8] an erased player is nobody: that is told, and no report by or about them is kept', async () => {
    const { moderation, reports, erase } = open()
    const rude = playerNamed('Rude')
    await erase(rude.id)
    expect(await moderation.findStatus(rude.id)).toMatchObject({ isErased: true })
    await moderation.saveReport(reportOf(rude))
    await moderation.saveReport({ ...reportOf(playerNamed('Other')), reporterId: rude.id })
    expect(await reports()).toEqual([])
  })
})
