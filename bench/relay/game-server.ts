import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { createApp } from '#server/app'
import { createHttpServer } from '#server/edge/http/http-server'
import { limits } from '#server/edge/limits'
import { systemClock } from '#server/host/clock'
import { createTimerWheel } from '#server/host/timer-wheel'
import { openChampion } from '#server/judge/champion'
import { openFileJournal } from '#server/rooms/file-journal'
import { createPace } from '#server/rooms/pace'
import type { Journal } from '#server/rooms/ports'
import { testSecret } from '#server/testing/game-server'
import { createManualClock } from '#server/testing/manual-clock'
import { createScriptedClassifier } from '#server/testing/scripted-classifier'
import { answerParent, readStart } from '../process'
import { type Memory, measureMemory, type ServerQuestion, takeSteps } from './steps'

/** The real app without pages and database. */
const {
  judge,
  hasJournal = true,
  hasOwnLimits = false,
  isStepped = false,
} = readStart<{
  judge: 'champion' | 'scripted'
  hasJournal?: boolean
  /** Without limits by address, for all clients are on this machine. */
  hasOwnLimits?: boolean
  /** Time passes by the parent's steps alone. */
  isStepped?: boolean
}>()

const modelsFolder = 'models'
const log = pino({ level: 'warn' })
const classifier =
  judge === 'champion'
    ? await openChampion({ modelsFolder, engine: 'wasm', workers: 1, log })
    : createScriptedClassifier(() => 10)

const folder = await mkdtemp(path.join(tmpdir(), 'bench-journal-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const noJournal: Journal = {
  open: () => ({ append() {}, flush() {}, snapshot() {}, retain() {}, delete() {}, close() {} }),
  async *readAll() {},
  unwritten: 0,
  settled: async () => {},
}
const journal = hasJournal ? await openFileJournal(folder, log) : noJournal

const clock = isStepped ? createManualClock() : systemClock
const wheel = createTimerWheel(clock, 4)
const httpServer = createHttpServer(limits)
await createApp(httpServer, {
  clock: wheel,
  // Where time passes by steps, threads are as busy as the machine lets them be.
  ...(isStepped && { pace: createPace(wheel) }),
  classifier,
  journal,
  recordWriter: { depth: 0, writeRound: async () => {}, writeGame: async () => {} },
  dailyTries: { claim: async () => ({ isRanked: false, secret: '' }), release: async () => {} },
  quickPlay: { findGhosts: async () => null, findRatings: async () => new Map() },
  moderation: { findStatus: async () => null, saveReport: async () => {} },
  pages: { answer: (_request, response) => void response.end() },
  log,
  modelsFolder,
  secret: testSecret,
  limits: hasOwnLimits
    ? limits
    : {
        ...limits,
        connectionsPerAddress: 10_000,
        handshakesPerAddressPerMinute: 10_000,
        upgradesPerAddressPerSecond: 10_000,
        tcpPerAddress: 10_000,
        requestsPerAddressPerSecond: 100_000,
      },
})
httpServer.listen(0, '127.0.0.1', () => {
  const { port } = httpServer.address() as AddressInfo
  const answer = takeSteps(clock)
  answerParent<ServerQuestion | 'memory', NodeJS.CpuUsage | Memory>(
    { url: `http://127.0.0.1:${port}` },
    (question) => (question === 'memory' ? measureMemory() : answer(question)),
  )
})
