import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { exportFormats } from '#models/samples-format/formats'
import { readConnection } from '#server/host/postgres/connection-url'
import { migrate } from '#server/host/postgres/migrate'
import { createPrisma, type Prisma } from '#server/store/prisma'
import { leaseMs } from '#server/store/samples/lease'
import { listSamples } from '#server/store/samples/list-samples'
import { tallyPlay } from '#server/store/samples/play-tally'
import { countWaiting, takeReviewQueue } from '#server/store/samples/review-queue'
import { acceptStack, takeStack } from '#server/store/samples/review-stack'
import { recountSamples } from '#server/store/samples/sample-tally'
import { saveReview } from '#server/store/samples/save-review'
import { startExport } from '#server/store/samples/start-export'
import { summarisePlay } from '#server/store/samples/summarise-play'
import { createTestPool, openTestDatabase } from '#server/testing/database'
import { bundleServer } from '../../server/setup/prepare.mjs'
import { startProcess } from '../process'
import type { PensQuestion, PensSeen, PensStart } from '../relay/pens'
import { quantile, type Report, rounded } from '../report'
import { seedSamples } from './seed-samples'

const count = 100_000
const verdicts = 200
const reads = 20
/** One of a few rooms that all draw, beside an export and without one. */
const rooms = 2
const playersPerRoom = 8
const windowMs = 8_000
const ticksPerSecond = 100

/** What the admin's half costs with 100,000 samples: answers of the database, exports in their own process, and a game beside one. */
export async function benchSamples(): Promise<Report[]> {
  // What exports is the program that players' servers run, built.
  await bundleServer()
  Object.assign(process.env, { NODE_ENV: 'production' })
  const database = await openTestDatabase()
  await migrate(readConnection(database.url))
  const prisma = createPrisma(createTestPool(database.url))
  try {
    await seedSamples(database.url, count)
    await tallyPlay(prisma, Date.now())
    await recountSamples(prisma)
    const answers = await measureAnswers(prisma)
    const exports = await measureExports(database.url)
    return [
      {
        title: `Samples: what the admin waits for with ${count} of them`,
        rows: answers,
        notes: ['Promised: a verdict in less than 200 ms, the overview in less than 500 ms.'],
      },
      {
        title: `Exports: all ${count} samples by a process of its own`,
        rows: exports,
        notes: [
          'Per core: samples for each second of the CPU of the process that exports. Promised: 5,000 or more, in less than 300 MB.',
          'Ended: from the moment the reader is gone, in the middle, until the process is. Promised: 2 s.',
        ],
      },
      {
        title: `Games beside an export: ${rooms} rooms of ${playersPerRoom} that all draw`,
        rows: await measureGames(database.url),
        notes: ['Promised: p95 not 20 ms worse. The pens and the database are on this machine, too.'],
      },
    ]
  } finally {
    await prisma.$disconnect()
    await database.close()
  }
}

async function timed(times: number, work: () => Promise<unknown>): Promise<Report['rows'][string]> {
  const tookMs: number[] = []
  for (let time = 0; time < times; time++) {
    const startedAt = performance.now()
    await work()
    tookMs.push(performance.now() - startedAt)
  }
  return {
    'p50 ms': rounded(quantile(tookMs, 0.5)),
    'p95 ms': rounded(quantile(tookMs, 0.95)),
    'longest ms': rounded(Math.max(...tookMs)),
  }
}

let leases = 0
/** When all leases from before have ended. */
const later = () => new Date(Date.now() + ++leases * leaseMs)

async function measureAnswers(prisma: Prisma): Promise<Report['rows']> {
  const waiting = await prisma.sample.findMany({
    where: { label: null },
    select: { id: true },
    take: verdicts,
  })
  return {
    verdict: await timed(verdicts, () =>
      saveReview(prisma, { sampleId: waiting.pop()?.id ?? '', reviewer: 'admin', verdict: 3 }),
    ),
    'next 48 to review': await timed(reads, () => takeReviewQueue(prisma, { reviewer: 'Ada', now: later() })),
    'how many wait': await timed(reads, () => countWaiting(prisma, 'Ada')),
    'next stack': await timed(reads, () => takeStack(prisma, { now: later() })),
    'verdict on a stack of 24': await timed(reads, async () => {
      const stack = await takeStack(prisma, { now: later() })
      const accepted = stack?.samples.map(({ id }) => id) ?? []
      await acceptStack(prisma, {
        stackId: stack?.id ?? '',
        digit: stack?.digit ?? 0,
        accepted,
        doubted: [],
        reviewer: 'admin',
      })
    }),
    overview: await timed(reads, () => summarisePlay(prisma)),
    'samples, first page': await timed(reads, () => listSamples(prisma)),
    'samples, page 1,000': await timed(reads, () => listSamples(prisma, {}, { page: 1_000 })),
  }
}

const started = (url: string, format: (typeof exportFormats)[number]) =>
  startExport(
    { formats: [format], scope: { filter: {}, onlyReviewed: false }, contributorKey: 'bench' },
    'samples',
    {
      env: { ...process.env, DATABASE_URL: url },
    },
  )

async function measureExports(url: string): Promise<Report['rows']> {
  const rows: Record<string, Report['rows'][string]> = {}
  for (const format of exportFormats) {
    const startedAt = performance.now()
    const running = await started(url, format)
    let [firstMs, bytes, cpuMs, peakMB] = [0, 0, 0, 0]
    const timer = setInterval(async () => {
      const used = await usageOf(running.pid)
      if (used) [cpuMs, peakMB] = [used.cpuMs, used.peakMB]
    }, 50)
    for await (const piece of running.zip as unknown as AsyncIterable<Uint8Array>) {
      firstMs ||= performance.now() - startedAt
      bytes += piece.length
    }
    clearInterval(timer)
    const { total } = running.progress()
    const seconds = (performance.now() - startedAt) / 1000
    rows[format] = {
      ...{ samples: total, 'first byte ms': Math.round(firstMs), 'samples/s': Math.round(total / seconds) },
      'samples/s per core': Math.round((1000 * total) / cpuMs),
      ...{
        'peak MB': Math.round(peakMB),
        'zip MB': rounded(bytes / 1e6),
        'ended ms': await timeToEnd(url, format),
      },
    }
  }
  return rows
}

/** How long the process lives when its reader goes away in the middle. */
async function timeToEnd(url: string, format: (typeof exportFormats)[number]): Promise<number> {
  const running = await started(url, format)
  const reader = running.zip.getReader()
  for (let bytes = 0; bytes < 1e6; ) bytes += (await reader.read()).value?.length ?? 1e6
  const leftAt = performance.now()
  await reader.cancel()
  await running.ended
  return Math.round(performance.now() - leftAt)
}

/** Of a process on Linux, as the kernel counts it. @returns null once it has ended */
async function usageOf(pid: number): Promise<{ cpuMs: number; peakMB: number } | null> {
  const read = (name: string) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => null)
  const [stat, status] = await Promise.all([read('stat'), read('status')])
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  const peakKB = Number(/VmHWM:\s+(\d+)/.exec(status ?? '')?.[1])
  if (!fields || !peakKB) return null
  return { cpuMs: ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond, peakMB: peakKB / 1024 }
}

async function measureGames(url: string): Promise<Report['rows']> {
  const server = await startProcess<{ url: string }, 'cpu', NodeJS.CpuUsage>(
    new URL('../relay/game-server.ts', import.meta.url),
    { judge: 'champion' },
  )
  const start: PensStart = { url: server.ready.url, relay: 'game', rooms, playersPerRoom }
  const pens = await startProcess<'drawing', PensQuestion, PensSeen>(
    new URL('../relay/pens.ts', import.meta.url),
    start,
  )
  async function seen(): Promise<Report['rows'][string]> {
    await pens.ask('collect')
    await pause(windowMs)
    const { inkMs, guessMs } = await pens.ask('collect')
    return {
      ...{ 'ink p50 ms': rounded(inkMs.p50), 'ink p95 ms': rounded(inkMs.p95) },
      ...{
        'guess p50 ms': rounded(guessMs.p50),
        'guess p95 ms': rounded(guessMs.p95),
      },
    }
  }
  try {
    await pause(2_000)
    const before = await seen()
    const running = await started(url, 'png')
    const reading = (async () => {
      for await (const _ of running.zip as unknown as AsyncIterable<Uint8Array>);
    })().catch(() => {})
    await pause(1_000)
    const beside = await seen()
    running.cancel()
    await reading
    return { 'without an export': before, 'beside an export': beside, 'without one again': await seen() }
  } finally {
    await pens.stop()
    await server.stop()
  }
}
