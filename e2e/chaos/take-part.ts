import { labelCount } from '#game/protocol/constants'
import type { RoomClient } from '../../app/_web/play/room-client/room-client'

/** How long a bot looks at each drawing that it votes on, ms. */
const readingMs = 400

/** @returns called again and again, does what there is to do beside drawing: votes, and is ready */
export function takePart(client: RoomClient, seed: number, looksMs?: number): () => void {
  let since = { key: '', at: 0 }
  return () => {
    const { connection, room, phase, you } = client.store.getState()
    if (connection.name !== 'connected' || room?.pause || !phase || !('round' in phase)) return
    const { round, gameStartedAt } = phase
    const ballot = phase.name === 'voting' ? phase.ballot : null
    const entry = ballot?.findIndex(({ isAnswered }) => !isAnswered) ?? -1
    const key = [gameStartedAt, round, phase.name, entry].join()
    if (since.key !== key) since = { key, at: performance.now() }
    const waitedMs = performance.now() - since.at
    if (entry >= 0 && waitedMs >= readingMs) {
      const label = (seed + entry) % labelCount
      void client.request('vote:cast', { round, entry, label })
    }
    if (phase.name !== 'reveal' || looksMs === undefined || waitedMs < looksMs) return
    if (!phase.ready.includes(you)) void client.request('round:ready', { round })
  }
}
