import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { version } from '@tensorflow/tfjs-backend-wasm/package.json'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wasmAddress, wasmFile } from '#models/wasm-address'
import { serveJudgeFile } from './judge-files'

const models = fileURLToPath(new URL('../../../models', import.meta.url))
const server = createServer(async (request, response) => {
  if (!(await serveJudgeFile(models, request, response))) response.writeHead(418).end()
})
let origin = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

test('judge files: the engine is cached for ever under a URL that changes with its version', async () => {
  expect(wasmAddress).toContain(version)
  const response = await fetch(`${origin}${wasmAddress}${wasmFile}`)
  expect(response.headers.get('content-type')).toBe('application/wasm')
  expect(response.headers.get('cache-control')).toContain('immutable')
  const magic = new Uint8Array(await response.arrayBuffer()).subarray(0, 4)
  expect([...magic]).toEqual([0, 0x61, 0x73, 0x6d])
})

test('judge files: whoever asks by HEAD is told how long a file is, and nobody sends anything to it', async () => {
  const url = `${origin}/judge/digits-v1/weights.bin`
  const whole = (await (await fetch(url)).arrayBuffer()).byteLength
  const head = await fetch(url, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length'), (await head.arrayBuffer()).byteLength]).toEqual([
    ...[200, `${whole}`, 0],
  ])
  for (const method of ['POST', 'PUT', 'DELETE'])
    expect((await fetch(url, { method, body: 'weights' })).status).toBe(404)
})

test.each([
  '/judge/wasm/tfjs-backend-wasm-simd.wasm',
  '/judge/digits-v1/training.json',
  '/judge/..%2fpackage.json',
  '/judge/digits-v1/../../package.json',
])('nothing else is given away: %s', async (path) => {
  const response = await fetch(origin + path)
  expect([404, 418]).toContain(response.status)
})
