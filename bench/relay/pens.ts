import { settings } from '#game/settings'
import { createLatencyCounter, type Latencies } from '../latencies'
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
 * What pens are asked: to draw once each, or what they have seen since the last time. Or to open as many rooms again as there were at first, of
 * which the server may refuse some.
 */
export type PensQuestion = 'draw' | 'collect' | 'open'

/** What one collection saw. */
export type PensSeen = {
  /** Ink batches that reached another player. */
  readonly deliveries: number
  /** From the pen to another player, for each of them. */
  readonly inkMs: Latencies
  /** From the pen to the first guess that has seen this ink, back at the pen. */
  readonly guessMs: Latencies
  /** The same from the newest ink that a guess has seen. */
  readonly newestGuessMs: Latencies
  /** Of all pens' own drawings. */
  readonly guesses: number
  /** The same of each room. */
  readonly guessesOfRooms: readonly number[]
  /** The CPU time that this process took for it. */
  readonly penCpuMicros: number
}

const {
  url,
  relay,
  rooms,
  playersPerRoom,
  batchMs = settings.inkBatchMs,
  isStepped = false,
} = readStart<PensStart>()

const inkMs = createLatencyCounter()
const guessMs = createLatencyCounter()
const newestGuessMs = createLatencyCounter()

/** The pens of one room. All are in this process, so one clock times both ends. */
async function openRoom(room: number) {
  const sentAt = Array.from({ length: playersPerRoom }, () => new Map<number, number>())
  const unguessed = Array.from({ length: playersPerRoom }, () => [] as { upTo: number; at: number }[])
  const canvasAt: number[] = []
  let guesses = 0

  const listenerAt = (place: number): RelayListener => ({
    ink(canvas, from) {
      const at = sentAt[canvas]?.get(from)
      if (canvas === canvasAt[place] || at === undefined) return
      inkMs.add(performance.now() - at)
    },
    guess(canvas, opCount) {
      const waiting = unguessed[canvas]
      if (canvas !== canvasAt[place] || !waiting) return
      guesses++
      const seen = waiting.filter(({ upTo }) => upTo <= opCount)
      waiting.splice(0, seen.length)
      const now = performance.now()
      for (const { at } of seen) guessMs.add(now - at)
      const newest = seen.at(-1)
      if (newest) newestGuessMs.add(now - newest.at)
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
    /** How many guesses were seen since the last time. */
    takeGuesses() {
      const taken = guesses
      guesses = 0
      return taken
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
  const guessesOfRooms = opened.map(({ takeGuesses }) => takeGuesses())
  const latencies = { inkMs: inkMs.take(), guessMs: guessMs.take(), newestGuessMs: newestGuessMs.take() }
  const { user, system } = process.cpuUsage(cpu)
  cpu = process.cpuUsage()
  return {
    ...latencies,
    deliveries: latencies.inkMs.count,
    guesses: guessesOfRooms.reduce((sum, each) => sum + each, 0),
    guessesOfRooms,
    penCpuMicros: user + system,
  }
})
