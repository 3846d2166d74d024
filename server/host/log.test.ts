import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

const at = (file: string) => new URL(file, import.meta.url).href

/** A process that logs without end, with its stdout as given, and tells by IPC that it lives. */
function startLogging(stdout: 'pipe' | number) {
  const script = `
    import { createLog, droppedLogLines } from '${at('./log.ts')}'
    import { closeOnSignals, createLifecycle } from '${at('./lifecycle.ts')}'
    const log = createLog({ logLevel: 'info' })
    const parts = createLifecycle(log)
    let isOver = false
    let written = 0
    parts.onClose('rooms', () => { isOver = true; process.send('rooms are saved') })
    closeOnSignals(parts, log)
    const text = 'x'.repeat(1_000)
    const tick = () => {
      for (let line = 0; line < 100; line++) log.info(text)
      written += 100
      process.send({ dropped: droppedLogLines(), written, isOver })
      setTimeout(() => isOver || tick(), 1)
    }
    tick()
    process.once('message', () => { isOver = true; tick() })`
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script]
  return spawn(process.execPath, args, { stdio: ['ignore', stdout, 'inherit', 'ipc'] })
}

test('log: a reader that is stuck holds up neither the work nor SIGTERM, and lines beyond a bound are dropped and counted', async () => {
  const child = startLogging('pipe')
  const said: unknown[] = []
  await new Promise<void>((resolve) => {
    child.on('message', (message: { dropped?: number } | string) => {
      said.push(message)
      if (typeof message === 'object' && (message.dropped ?? 0) > 1_000) resolve()
    })
  })
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(said).toContain('rooms are saved')
})

test('log: a reader that reads again is told how many lines it has missed: each one is read or counted', async () => {
  const child = startLogging('pipe')
  const written = await new Promise<number>((resolve) => {
    child.on('message', (told: { dropped: number; written: number; isOver: boolean }) => {
      if (told.isOver) resolve(told.written)
      else if (told.dropped > 0) child.send('enough')
    })
  })
  const { stdout } = child
  if (!stdout) throw new Error('no pipe')
  const read = text(stdout)
  await once(stdout, 'data')
  child.disconnect()
  await once(child, 'exit')
  const lines: { level: number; lines?: number }[] = (await read)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const warnings = lines.filter(({ level }) => level === 40)
  expect(warnings.length).toBeGreaterThan(0)
  const missed = warnings.reduce((sum, { lines = 0 }) => sum + lines, 0)
  expect(lines.length - warnings.length + missed).toBe(written)
})

test('log: a reader that has gone ends nothing, and SIGTERM still closes in order', async () => {
  const child = startLogging('pipe')
  child.stdout?.destroy()
  await new Promise<void>((resolve) => {
    child.on('message', ({ dropped = 0 }: { dropped?: number }) => dropped > 1_000 && resolve())
  })
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})
