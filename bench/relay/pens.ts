import { settings } from '#game/settings'
import { answerParent, readStart } from '../process'
import { openBareClient } from './bare-client'
import { neverLocking, openGameClients } from './game-client'
import { takePen } from './pen'
import type { RelayClient, RelayListener } from './relay-client'

export type PensStart = {
  readonly url: string
  readonly relay: 'bare' | 'game'
  readonly rooms: number
  readonly playersPerRoom: number
  /** Time between two batches of a pen; thirty a second if it is not said. */
  readonly batchMs?: number
  /** Draws when asked to, instead of by its own clock. */
  readonly isStepped?: boolean
}

/**
 * What pens are asked: to draw once each, to forget what they have seen, or what they have seen since the last time. Or to open as many rooms
 * again as there were at first, of which the server may refuse some.
 */
export type PensQuestion = 'draw' | 'forget' | 'collect' | 'open'

/** The latencies of all pens of a room, ms. */
type Seen = {
  /** Ink batches that reached another player. */
  readonly deliveries: number
  /** From the pen to another player, for each of them. */
  readonly inkMs: readonly number[]
  /** From the pen to the first guess that has seen this ink, back at the pen. */
  readonly guessMs: readonly number[]
  /** The same from the newest ink that a guess has seen. */
  readonly newestGuessMs: readonly number[]
  /** Of all pens' own drawings. */
  readonly guesses: number
}

/** What one collection saw, of it the guesses of each room, and the CPU time that this process took for it. */
export type PensSeen = Seen & { readonly guessesOfRooms: readonly number[]; readonly penCpuMicros: number }

const {
  url,
  relay,
  rooms,
  playersPerRoom,
  batchMs = settings.inkBatchMs,
  isStepped = false,
} = readStart<PensStart>()

/** The pens of one room. All are in this process, so one clock times both ends. */
async function openRoom(room: number) {
  const sentAt = Array.from({ length: playersPerRoom }, () => new Map<number, number>())
  const unguessed = Array.from({ length: playersPerRoom }, () => [] as { upTo: number; at: number }[])
  const canvasAt: number[] = []
  let drawn = nothingSeen()

  const listenerAt = (place: number): RelayListener => ({
    ink(canvas, from) {
      const at = sentAt[canvas]?.get(from)
      if (canvas === canvasAt[place] || at === undefined) return
      drawn.deliveries++
      drawn.inkMs.push(performance.now() - at)
    },
    guess(canvas, opCount) {
      const waiting = unguessed[canvas]
      if (canvas !== canvasAt[place] || !waiting) return
      drawn.guesses++
      const seen = waiting.filter(({ upTo }) => upTo <= opCount)
      waiting.splice(0, seen.length)
      const waitedMs = seen.map(({ at }) => performance.now() - at)
      drawn.guessMs.push(...waitedMs)
      drawn.newestGuessMs.push(...waitedMs.slice(-1))
    },
  })

  const clients: RelayClient[] =
    relay === 'game'
      ? await openGameClients(url, playersPerRoom, listenerAt)
      : await Promise.all(
          Array.from({ length: playersPerRoom }, (_, place) =>
            openBareClient(url, room, place, listenerAt(place)),
          ),
        )

  const draws = clients.map(({ canvas, send }, place) => {
    canvasAt[place] = canvas
    const pen = takePen(room * playersPerRoom + place, neverLocking, batchMs)
    let from = 0
    const draw = () => {
      const ops = pen.next()
      sentAt[canvas]?.set(from, performance.now())
      send(from, ops)
      from += ops.length
      unguessed[canvas]?.push({ upTo: from, at: performance.now() })
    }
    if (!isStepped) setTimeout(() => setInterval(draw, batchMs), Math.random() * batchMs)
    return draw
  })

  return {
    draw() {
      for (const each of draws) each()
    },
    /** What was seen since the last time. */
    collect() {
      const collected = drawn
      drawn = nothingSeen()
      return collected
    },
  }
}

const opened = await Promise.all(Array.from({ length: rooms }, (_, room) => openRoom(room)))
let cpu = process.cpuUsage()

answerParent<PensQuestion, PensSeen | null>('drawing', async (question) => {
  if (question === 'open') {
    const more = await Promise.allSettled(
      Array.from({ length: rooms }, (_, room) => openRoom(opened.length + room)),
    )
    opened.push(...more.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])))
    return null
  }
  if (question === 'draw') {
    for (const { draw } of opened) draw()
    return null
  }
  const each = opened.map(({ collect }) => collect())
  const { user, system } = process.cpuUsage(cpu)
  cpu = process.cpuUsage()
  // Hundreds of thousands of numbers hold up the pens while they are handed over.
  if (question === 'forget') return null
  return {
    deliveries: each.reduce((sum, { deliveries }) => sum + deliveries, 0),
    guesses: each.reduce((sum, { guesses }) => sum + guesses, 0),
    guessesOfRooms: each.map(({ guesses }) => guesses),
    inkMs: each.flatMap(({ inkMs }) => inkMs),
    guessMs: each.flatMap(({ guessMs }) => guessMs),
    newestGuessMs: each.flatMap(({ newestGuessMs }) => newestGuessMs),
    penCpuMicros: user + system,
  }
})

function nothingSeen() {
  return {
    deliveries: 0,
    guesses: 0,
    inkMs: [] as number[],
    guessMs: [] as number[],
    newestGuessMs: [] as number[],
  }
}
