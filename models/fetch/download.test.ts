import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DownloadError, download, downloadBeginning } from './download'

const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7) % 251))
const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex')
const checksum = { algorithm: 'sha256', hex: sha256(bytes), of: 'file' } as const

let folder: string
let path: string
let server: Server | undefined
let asked: (string | undefined)[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'download-'))
  path = join(folder, 'set', 'pictures.bin')
  asked = []
})
afterEach(async () => {
  server?.closeAllConnections()
  server?.close()
  server = undefined
  await rm(folder, { recursive: true })
})

async function serve(answer: RequestListener): Promise<string> {
  server = createServer((request, response) => {
    asked.push(request.headers.range)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/pictures.bin`
}

/** Sends from where it is asked to, and hangs up after `most` bytes. */
function sendFrom(most: number): RequestListener {
  return (request, response) => {
    const start = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)
    if (start >= bytes.length) return void response.writeHead(416).end()
    const rest = bytes.subarray(start)
    response.writeHead(start > 0 ? 206 : 200, { 'content-length': rest.length })
    if (rest.length <= most) return void response.end(rest)
    response.write(rest.subarray(0, most), () => response.destroy())
  }
}

test('a file arrives whole, reports its progress, and is not fetched again', async () => {
  const url = await serve(sendFrom(Infinity))
  const seen: (number | null)[][] = []
  const onProgress = (...numbers: (number | null)[]) => seen.push(numbers)
  expect(await download({ url, path, checksum, onProgress })).toBe('fetched')
  expect(await readFile(path)).toEqual(bytes)
  expect(seen.at(-1)).toEqual([bytes.length, bytes.length])
  expect(await download({ url, path, checksum })).toBe('kept')
  expect(asked).toHaveLength(1)
})

test('a connection that keeps breaking is taken up again where it stopped', async () => {
  const url = await serve(sendFrom(40_000))
  await download({ url, path, checksum })
  expect(asked[0]).toBeUndefined()
  expect(asked.length).toBeGreaterThan(2)
  expect(asked.slice(1).every((range) => /^bytes=[1-9]\d*-$/.test(range ?? ''))).toBe(true)
  expect(await readFile(path)).toEqual(bytes)
})

test('what an earlier run left behind is used', async () => {
  const url = await serve(sendFrom(Infinity))
  await download({ url, path: join(folder, 'set', 'other.bin'), checksum })
  await writeFile(`${path}.part`, bytes.subarray(0, 60_000))
  await download({ url, path, checksum })
  expect(asked.at(-1)).toBe('bytes=60000-')
  expect(await readdir(join(folder, 'set'))).toEqual(['other.bin', 'pictures.bin'])
})

test('a part that is already whole only needs to be checked', async () => {
  const url = await serve(sendFrom(Infinity))
  await download({ url, path: join(folder, 'set', 'other.bin'), checksum })
  await writeFile(`${path}.part`, bytes)
  expect(await download({ url, path, checksum })).toBe('fetched')
})

test('a server that knows no ranges sends all of it again', async () => {
  const url = await serve((_, response) =>
    response.writeHead(200, { 'content-length': bytes.length }).end(bytes),
  )
  await download({ url, path: join(folder, 'set', 'other.bin'), checksum })
  await writeFile(`${path}.part`, bytes.subarray(0, 60_000))
  await download({ url, path, checksum })
  expect(await readFile(path)).toEqual(bytes)
})

test('a server that always breaks off at the same place is given up, with what it sent', async () => {
  const url = await serve((_, response) => {
    response.writeHead(200, { 'content-length': bytes.length })
    response.write(bytes.subarray(0, 50_000), () => response.destroy())
  })
  await expect(download({ url, path, checksum })).rejects.toThrow(/broke off after \d+ bytes/)
  expect(asked).toHaveLength(2)
})

test('a file with the wrong checksum is thrown away', async () => {
  const url = await serve(sendFrom(Infinity))
  const wrong = { ...checksum, hex: sha256(Buffer.from('another file')) }
  await expect(download({ url, path, checksum: wrong })).rejects.toThrow(`its sha256 is not ${wrong.hex}`)
  expect(await readdir(join(folder, 'set'))).toEqual([])
})

test('a damaged file on disk is fetched anew', async () => {
  const url = await serve(sendFrom(Infinity))
  await download({ url, path, checksum })
  await writeFile(path, 'damaged')
  expect(await download({ url, path, checksum })).toBe('fetched')
  expect(await readFile(path)).toEqual(bytes)
})

test('a checksum of the content holds however the file was packed', async () => {
  const content = { ...checksum, of: 'content' } as const
  const url = await serve((_, response) => response.end(gzipSync(bytes, { level: 1 })))
  expect(await download({ url, path, checksum: content })).toBe('fetched')
  await writeFile(path, gzipSync(bytes, { level: 9 }))
  expect(await download({ url, path, checksum: content })).toBe('kept')
})

test('a refusal is one clear line', async () => {
  const url = await serve((_, response) => response.writeHead(404).end('not here'))
  const failure = await download({ url, path, checksum }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(DownloadError)
  expect((failure as Error).message).toBe(`${url}: answered 404 Not Found`)
})

test('a dead host is one clear line', async () => {
  const url = await serve(sendFrom(Infinity))
  await new Promise((resolve) => server?.close(resolve))
  await expect(download({ url, path, checksum })).rejects.toThrow(`${url}: cannot be reached (ECONNREFUSED)`)
})

test('of a huge file only the beginning is fetched, whether or not the server knows ranges', async () => {
  const url = await serve((_, response) => response.end(bytes))
  await downloadBeginning(url, path, 5_000)
  expect(await readFile(path)).toEqual(bytes.subarray(0, 5_000))
  await downloadBeginning(url, path, 5_000)
  expect(asked).toEqual(['bytes=0-4999'])
})
