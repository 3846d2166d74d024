import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { newRoom } from '#game/room/room'
import { settings } from '#game/settings'
import { createRoomRunner } from '#server/rooms/room-runner'
import { newGame } from '#server/rooms/start-next'
import { createMemoryJournal } from '#server/testing/fakes/memory-journal'
import { createRoomParts } from '#server/testing/room-parts'
import { createScriptedClassifier } from '#server/testing/scripted-classifier'
import { neverLocking } from '../relay/game-client'
import { takePen } from '../relay/pen'
import { type Report, rounded } from '../report'

const early = { fromMs: 2_000, toMs: 7_000 }
const late = { fromMs: 25_000, toMs: 50_000 }

/** What ink costs a room as drawings grow: its rules, journal lines and messages, without a network and a judge. */
export async function benchGrowth(): Promise<Report[]> {
  const rows: Record<string, Report['rows'][string]> = {}
  for (const players of [8, settings.maxPlayers]) {
    // The first round is for the engine to compile what is measured in the second.
    await playRound(players)
    const { earlyUs, lateUs } = await playRound(players)
    rows[`${players} players`] = {
      'us/batch at 2 to 7 s': rounded(earlyUs),
      'us/batch at 25 to 50 s': rounded(lateUs),
      'late/early': rounded(lateUs / earlyUs),
    }
  }
  return [
    {
      title: 'Growth: one room without a network, everybody scribbles for a minute, nobody locks',
      rows,
      notes: ['CPU of this process for each batch of ink, with the answers of a judge that costs nothing.'],
    },
  ]
}

async function playRound(players: number): Promise<{ earlyUs: number; lateUs: number }> {
  const { parts, clock } = createRoomParts({
    classifier: createScriptedClassifier(() => 10),
    journal: createMemoryJournal(),
    latency: { inkSent() {}, guessMade() {} },
    log: pino({ level: 'warn' }),
  })
  parts.broadcaster.progress = (_code, message) => void JSON.stringify(message)
  const chosen = { ...defaultRoomSettings, rounds: 1, roundSeconds: 60, digits: [0] }
  const runner = createRoomRunner(newRoom('CDFGH', chosen), parts, () => {})
  const pens = Array.from({ length: players }, (_, seed) => ({
    ...{ playerId: randomUUID(), from: 0, pen: takePen(seed, neverLocking) },
  }))
  const [host] = pens
  if (!host) return { earlyUs: Number.NaN, lateUs: Number.NaN }
  for (const { playerId } of pens)
    runner.submit({ type: 'player:join', playerId, name: 'Pen', colour: 0, isSpectator: false })
  runner.submit({ type: 'game:start', playerId: host.playerId, ...newGame(parts.classifier) })
  clock.advance(settings.countdownMs)

  const measured = new Map([early, late].map((span) => [span, { cpuUs: 0, batches: 0 }]))
  for (let passedMs = 0; passedMs < late.toMs; passedMs += settings.inkBatchMs) {
    const batches = pens.map((each) => [each, each.pen.next()] as const)
    const before = process.cpuUsage()
    for (const [each, ops] of batches) {
      const { playerId, from } = each
      const at = { round: 0, drawing: 0, from, lagMs: 5, isByKeyboard: false }
      const refusal = runner.submit({ type: 'ink:add', playerId, ...at, ops })
      if (refusal) throw new Error(`ink was refused: ${refusal}`)
      each.from += ops.length
    }
    clock.advance(settings.inkBatchMs)
    // The judge's answers come by promises.
    await new Promise(setImmediate)
    const { user, system } = process.cpuUsage(before)
    for (const [{ fromMs, toMs }, sum] of measured) {
      if (passedMs < fromMs || passedMs >= toMs) continue
      sum.cpuUs += user + system
      sum.batches += players
    }
  }
  runner.close()
  const usOf = (span: typeof early) => {
    const { cpuUs, batches } = measured.get(span) ?? { cpuUs: Number.NaN, batches: 1 }
    return cpuUs / batches
  }
  return { earlyUs: usOf(early), lateUs: usOf(late) }
}
