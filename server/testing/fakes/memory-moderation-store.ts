import type { PlayerId } from '#game/protocol/scalars'
import type { ModerationStatus, ModerationStore, PlayerReport } from '#server/rooms/ports'

export type MemoryModerationStore = ModerationStore & {
  readonly reports: readonly PlayerReport[]
  /** What an admin has decided; null for nothing. */
  decide(playerId: PlayerId, status: ModerationStatus | null): void
}

export function createMemoryModerationStore(): MemoryModerationStore {
  const statuses = new Map<PlayerId, ModerationStatus>()
  const reports: PlayerReport[] = []
  const isErased = (playerId: PlayerId) => statuses.get(playerId)?.isErased === true
  return {
    reports,
    decide(playerId, status) {
      if (status) statuses.set(playerId, status)
      else statuses.delete(playerId)
    },
    findStatus: async (playerId) => statuses.get(playerId) ?? null,
    async saveReport(report) {
      const { reporterId, player } = report
      if (isErased(reporterId) || isErased(player.id)) return
      const known = reports.findIndex(
        (each) => each.reporterId === reporterId && each.player.id === player.id,
      )
      if (known < 0) reports.push(report)
      else reports[known] = report
    },
  }
}
