import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { silentLog } from '#server/testing/database'
import { createLifecycle, type Lifecycle } from './lifecycle'

const lifecycle = new URL('./lifecycle.ts', import.meta.url).href

/**
 * A process with one part, which takes `closingMs` to close and then says so.
 * @param andThen runs in that process, so it may use nothing from here
 */
async function startPart(closingMs: number, andThen: (parts: Lifecycle) => void = () => {}) {
  const script = `
    import { closeOnSignals, createLifecycle } from '${lifecycle}'
    const log = { info() {}, debug() {}, error() {}, fatal() {} }
    const parts = createLifecycle(log)
    parts.onClose('part', () => new Promise((resolve) => setTimeout(() => resolve(console.log('closed')), ${closingMs})))
    closeOnSignals(parts, log)
    setInterval(() => {}, 1000)
    console.log('ready')
    ;(${andThen})(parts)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script])
  await once(child.stdout, 'data')
  return { child, said: text(child.stdout), ended: once(child, 'exit') }
}

test('shutdown: a Ctrl-C that npm forwards as well counts once, and everything closes in order', async () => {
  const { child, said, ended } = await startPart(200)
  child.kill('SIGINT')
  child.kill('SIGINT')
  expect(await ended).toEqual([0, null])
  expect(await said).toContain('closed')
})

test('shutdown: SIGHUP closes everything in order', async () => {
  const { child, said, ended } = await startPart(200)
  child.kill('SIGHUP')
  expect(await ended).toEqual([0, null])
  expect(await said).toContain('closed')
})

test('shutdown: a second signal later ends the process at once', async () => {
  const { child, said, ended } = await startPart(15_000)
  child.kill('SIGINT')
  const again = setInterval(() => child.kill('SIGINT'), 1_100)
  expect(await ended).toEqual([1, null])
  clearInterval(again)
  expect(await said).not.toContain('closed')
})

test('shutdown: a part that is still opening is closed once it is open, and nothing is opened after it', async () => {
  const script = `
    import { closeOnSignals, createLifecycle } from '${lifecycle}'
    const log = { info() {}, debug() {}, error() {}, fatal() {} }
    const parts = createLifecycle(log)
    parts.onClose('claim', () => console.log('claim released'))
    closeOnSignals(parts, log)
    console.log('ready')
    const open = () => new Promise((resolve) => setTimeout(() => resolve('Postgres'), 300))
    await parts.open('database', open, (opened) => console.log(opened + ' closed')).then(
      () => console.log('went on'),
      () => console.log('stopped starting'),
    )`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script])
  await once(child.stdout, 'data')
  const said = text(child.stdout)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(await said).toBe('stopped starting\nPostgres closed\nclaim released\n')
})

test('shutdown: a part that waits while opening is aborted', async () => {
  const lifecycle = createLifecycle(silentLog)
  const opening = lifecycle.open(
    'database',
    (signal) => once(signal, 'abort'),
    () => undefined,
  )
  await lifecycle.close()
  await expect(opening).rejects.toThrow('abort')
})

test('shutdown: an uncaught error begins it, and another one while it goes on does not cut it short', async () => {
  const { said, ended } = await startPart(200, (parts) => {
    setTimeout(() => {
      throw new Error('begins the shutdown')
    }, 10)
    parts.onClose('other', () => {
      setTimeout(() => {
        throw new Error('of a database that is just being stopped')
      }, 10)
    })
  })
  expect(await ended).toEqual([1, null])
  expect(await said).toContain('closed')
})
