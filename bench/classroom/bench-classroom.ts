import type { RoomCode } from '#game/protocol/scalars'
import { connectBy, connectPlayer, guestNamed, type TransportName } from '#server/testing/game-server'
import { startProcess } from '../process'
import { quantile, type Report, rounded } from '../report'

const pupils = 40

/** How long a class behind one address takes to get into one room, everybody at once, by the limits of the game. */
export async function benchClassroom(): Promise<Report[]> {
  const rows: Record<string, Report['rows'][string]> = {}
  for (const transport of ['websocket', 'polling'] as const) rows[transport] = await fillRoom(transport)
  return [
    {
      title: `Classroom: ${pupils} pupils behind one address join one room at once`,
      rows,
      notes: [
        'From the first packet to the first view of the room with the pupil in it, on a seat or watching.',
        'Refused counts every no but that of a full room, which offers to watch.',
      ],
    },
  ]
}

async function fillRoom(transport: TransportName): Promise<Report['rows'][string]> {
  const start = { judge: 'scripted', hasOwnLimits: true }
  const server = await startProcess<{ url: string }, 'cpu', NodeJS.CpuUsage>(
    new URL('../relay/game-server.ts', import.meta.url),
    start,
  )
  try {
    connectBy(transport)
    const teacher = await connectPlayer(server.ready.url, guestNamed('Teacher'))
    await teacher.ask('room:create', {})
    const { code } = await teacher.sees(({ seats }) => seats.length === 1)
    const before = await server.ask('cpu')
    const joins = await Promise.allSettled(
      Array.from({ length: pupils }, (_, place) => join(server.ready.url, code, `Pupil ${place + 1}`)),
    )
    const after = await server.ask('cpu')
    const joined = joins.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    const tookMs = joined.map(({ ms }) => ms)
    teacher.leaveAbruptly()
    return {
      refused: pupils - joined.length,
      watching: joined.filter(({ isWatching }) => isWatching).length,
      'in p50 ms': rounded(quantile(tookMs, 0.5)),
      'last in ms': rounded(Math.max(...tookMs)),
      'server CPU ms': rounded((after.user + after.system - before.user - before.system) / 1_000),
    }
  } finally {
    await server.stop()
  }
}

async function join(url: string, code: RoomCode, name: string): Promise<{ ms: number; isWatching: boolean }> {
  const startedAt = performance.now()
  const pupil = await connectPlayer(url, guestNamed(name))
  const isFull = async (isSpectator: boolean) => {
    const answer = await pupil.ask('room:join', { code, isSpectator })
    if (!answer.ok && (isSpectator || answer.refusal !== 'room-full')) throw new Error(answer.refusal)
    return !answer.ok
  }
  const isWatching = await isFull(false)
  if (isWatching) await isFull(true)
  await pupil.sees(({ seats }) => seats.some(({ id }) => id === pupil.guest.id))
  return { ms: performance.now() - startedAt, isWatching }
}
