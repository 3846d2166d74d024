import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Checksum, digestOf } from './digest'

type Download = {
  readonly url: string
  readonly path: string
  readonly checksum: Checksum
  /** Bytes here so far, and in all where the server says so. */
  readonly onProgress?: (receivedBytes: number, totalBytes: number | null) => void
}

/** A download that failed; the message is one line and names the address. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError'
  constructor(url: string, reason: string) {
    super(`${url}: ${reason}`)
  }
}

/** The connection broke; what arrived is kept, so asking again goes on from there. */
class InterruptedError extends DownloadError {}

/**
 * Fetches a file unless it is already there and right. What has arrived lies in `path.part`; an interrupted download goes on
 * where it stopped, in this run as long as each attempt brings something, and in the next run.
 *
 * @throws DownloadError when the host cannot be reached, refuses, breaks off, or sends what the checksum does not fit
 */
export async function download({ url, path, checksum, onProgress }: Download): Promise<'kept' | 'fetched'> {
  if ((await sizeOf(path)) > 0 && (await fits(path, checksum))) return 'kept'
  await mkdir(dirname(path), { recursive: true })
  const part = `${path}.part`
  for (let isWhole = false; !isWhole; ) {
    const before = await sizeOf(part)
    try {
      await fetchRest(url, part, before, onProgress)
      isWhole = true
    } catch (error) {
      if (!(error instanceof InterruptedError) || (await sizeOf(part)) <= before) throw error
    }
  }
  if (!(await fits(part, checksum))) {
    await rm(part)
    throw new DownloadError(
      url,
      `its ${checksum.algorithm} is not ${checksum.hex}; thrown away, nothing kept`,
    )
  }
  await rename(part, path)
  return 'fetched'
}

/**
 * Fetches the first bytes of a file that is too large to be wanted whole. There is no checksum for a part; what is already
 * there is kept.
 */
export async function downloadBeginning(url: string, path: string, bytes: number): Promise<void> {
  if ((await sizeOf(path)) > 0) return
  await mkdir(dirname(path), { recursive: true })
  const response = await ask(url, { range: `bytes=0-${bytes - 1}` })
  const part = `${path}.part`
  await receive(url, response, createWriteStream(part), bytes)
  await rename(part, path)
}

async function fits(path: string, checksum: Checksum): Promise<boolean> {
  return (await digestOf(path, checksum).catch(() => null)) === checksum.hex
}

async function fetchRest(
  url: string,
  part: string,
  have: number,
  onProgress: Download['onProgress'],
): Promise<void> {
  const response = await ask(url, have > 0 ? { range: `bytes=${have}-` } : {})
  if (response.status === 416) return
  const start = response.status === 206 ? have : 0
  const length = Number(response.headers.get('content-length')) || null
  const total = length === null ? null : start + length
  const file = createWriteStream(part, { flags: start > 0 ? 'a' : 'w' })
  await receive(url, response, file, Infinity, (received) => onProgress?.(start + received, total))
}

/** @throws DownloadError when nobody answers, or with a refusal; 416 means that there is nothing left to send */
async function ask(url: string, headers: Record<string, string>): Promise<Response> {
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity', ...headers } }).catch(
    (error: Error) => {
      throw new DownloadError(url, `cannot be reached (${causeOf(error)})`)
    },
  )
  if (response.ok || response.status === 416) return response
  throw new DownloadError(url, `answered ${response.status} ${response.statusText}`.trim())
}

/** @throws InterruptedError when the connection breaks; what has arrived is in the file. */
async function receive(
  url: string,
  { body }: Response,
  file: Writable,
  mostBytes: number,
  onReceived?: (bytes: number) => void,
): Promise<void> {
  let received = 0
  let broken: Error | null = null
  // A break ends the file and does not tear it down: what has arrived but is not written yet would be lost.
  const chunks = async function* () {
    try {
      for await (const chunk of body ?? []) {
        const wanted = chunk.subarray(0, mostBytes - received)
        received += wanted.length
        onReceived?.(received)
        yield wanted
        if (received >= mostBytes) return
      }
    } catch (error) {
      broken = error as Error
    }
  }
  await pipeline(chunks, file).catch((error: Error) => {
    broken = error
  })
  if (broken) throw new InterruptedError(url, `broke off after ${received} bytes (${causeOf(broken)})`)
}

/** Node hides the reason of a failed fetch in its cause. */
function causeOf(error: Error): string {
  const { cause } = error
  if (!(cause instanceof Error)) return error.message
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}
