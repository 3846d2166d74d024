import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

test.each([
  ['model.json', 'application/json'],
  ['weights.bin', 'application/octet-stream'],
])('judge files: %s of a version is cached for ever', async (file, type) => {
  const response = await fetch(`${origin}/judge/digits-v1/${file}`)
  expect(response.headers.get('content-type')).toBe(type)
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(
    Buffer.from(await response.arrayBuffer()).equals(await readFile(path.join(models, 'digits-v1', file))),
  ).toBe(true)
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
  '/judge/digits-v1/samples.json',
  '/judge/digits-v1/training.json',
  '/judge/..%2fpackage.json',
  '/judge/digits-v1/../../package.json',
])('nothing else is given away: %s', async (address) => {
  const response = await fetch(origin + address)
  expect([404, 418]).toContain(response.status)
})
