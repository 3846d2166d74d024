import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lenders } from '#server/testing/lenders'
import { drawingBy, guessFor } from '#server/testing/records'
import { startExport } from './start-export'

const { store, players, play } = lenders('Ada', 'Grace')
const [ada] = players

/** Each starts a process that translates its programs first. */
const patience = { timeout: 120_000 }

let workFolder: string
beforeEach(async () => {
  workFolder = await mkdtemp(path.join(tmpdir(), 'export-process-'))
})
afterEach(() => rm(workFolder, { recursive: true }))

const missed = (canvas: number, prompt: number) =>
  drawingBy([ada], { canvas, prompt, lock: null, guesses: [guessFor(7, 600, 1)] })

const start = (scope = { filter: {}, onlyReviewed: false } as Parameters<typeof startExport>[0]['scope']) =>
  startExport({ formats: ['idx'], scope, contributorKey: 'k1' }, 'samples', {
    env: { ...process.env, DATABASE_URL: store.url },
    workFolder,
  })

const exists = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function bytesOf(zip: ReadableStream<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of zip as unknown as AsyncIterable<Uint8Array>) pieces.push(piece)
  return Buffer.concat(pieces)
}

test(
  '[F11] export process: its zip holds all files, its progress all samples, and nothing is left on disk',
  patience,
  async () => {
    await play([missed(0, 1), missed(1, 4)])
    const running = await start()
    const files = unzipSync(await bytesOf(running.zip))
    await running.ended
    const manifest = JSON.parse(Buffer.from(files['samples/manifest.json'] ?? []).toString())
    const names = manifest.files.map(({ name }: { name: string }) => `samples/${name}`)
    expect(Object.keys(files)).toEqual([...names, 'samples/manifest.json'])
    expect(manifest).toMatchObject({ count: 2, unreviewed: 2 })
    expect(running.progress()).toEqual({ state: 'done', done: 2, total: 2 })
    expect(await readdir(workFolder)).toEqual([])
  },
)

test(
  '[F11] export process: when who takes it has gone, it ends, and leaves nothing on disk',
  patience,
  async () => {
    await play(Array.from({ length: 40 }, (_, canvas) => missed(canvas, 1)))
    const running = await start()
    expect(await readdir(workFolder)).toHaveLength(1)
    await running.zip.cancel()
    await running.ended
    expect(exists(running.pid)).toBe(false)
    expect(running.progress().state).toBe('cancelled')
    expect(await readdir(workFolder)).toEqual([])
  },
)

test(
  '[F11] export process: one that fails ends the download as a failure, with what to do where that is known',
  patience,
  async () => {
    const running = await start({ dataset: 'spring' })
    await expect(bytesOf(running.zip)).rejects.toThrow('There is no dataset spring.')
    expect(running.progress()).toMatchObject({ state: 'failed', reason: 'There is no dataset spring.' })
  },
)
