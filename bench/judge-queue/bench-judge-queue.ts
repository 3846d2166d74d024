import { setTimeout as pause } from 'node:timers/promises'
import { startProcess } from '../process'
import { quantile, type Report, rounded } from '../report'
import type { Answered, RoomsStart } from './rooms'

const warmUpMs = 8_000
const measuredMs = 12_000

const scenes = {
  'quiet room alone': { otherRooms: 0 },
  'beside 8 rooms of 12 scribbling pens': { otherRooms: 8 },
} as const

export async function benchJudgeQueue(): Promise<Report[]> {
  const rows: [string, Report['rows'][string]][] = []
  for (const [name, { otherRooms }] of Object.entries(scenes)) {
    const start: RoomsStart = { otherRooms, pensPerRoom: 12 }
    const rooms = await startProcess<'playing', 'collect', Answered>(
      new URL('rooms.ts', import.meta.url),
      start,
    )
    try {
      await pause(warmUpMs)
      await rooms.ask('collect')
      await pause(measuredMs)
      rows.push([name, rowOf(await rooms.ask('collect'))])
    } finally {
      await rooms.stop()
    }
  }
  return [
    {
      title: 'Judge queue: how long the pen of a quiet room waits for a guess',
      rows: Object.fromEntries(rows),
      notes: [
        'From the question to the answer, in the process of the rooms, with the champion on one worker.',
        'The quiet room has one pen that writes digits; all others scribble for half a minute without a lock, so their ink grows.',
        'Latencies are those of the whole machine: one that is busy with something else makes them longer in both rows.',
      ],
    },
  ]
}

function rowOf({ quietMs, otherMs, lateMs }: Answered): Report['rows'][string] {
  return {
    'quiet guesses/s': Math.round((quietMs.length / measuredMs) * 1000),
    'quiet p50 ms': rounded(quantile(quietMs, 0.5)),
    'quiet p99 ms': rounded(quantile(quietMs, 0.99)),
    'other guesses/s': Math.round((otherMs.length / measuredMs) * 1000),
    ...(otherMs.length > 0 && {
      'other p50 ms': rounded(quantile(otherMs, 0.5)),
      'other p99 ms': rounded(quantile(otherMs, 0.99)),
    }),
    'timer late p99 ms': rounded(quantile(lateMs, 0.99)),
  }
}
