import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { protocolVersion } from '#game/protocol/version'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { guestNamed, testSecret } from '#server/testing/game-server'
import { withServer } from '../../e2e/chaos/with-server'
import { quantile } from '../quantile'
import { type Report, rounded } from '../report'
import { openDeafWebSocket, openTcp } from './raw-socket'
import { readServer } from './read-server'

const many = 2_000
const webSockets = 150
const looksMs = [2_000, 15_000, 75_000]

/** How many connections that do nothing one address keeps, and for how long. */
export async function benchIdle(): Promise<Report[]> {
  return withServer({ SESSION_SECRET: testSecret }, async ({ url }) => {
    const host = `Host: ${new URL(url).host}`
    const cookie = `${guestCookie}=${await sealGuest(guestNamed('Eve'), testSecret)}`
    const tcp = (localAddress: string, text: string) => async () => {
      const socket = openTcp(url, localAddress)
      await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve))
      socket.write(text)
      return socket
    }
    const webSocket =
      (localAddress: string, ...packets: string[]) =>
      () =>
        openDeafWebSocket({ url, cookie, localAddress }, packets)
    const kinds: Record<string, [number, () => Promise<Socket | null>]> = {
      'TCP, silent': [many, tcp('127.0.5.1', '')],
      'half a head': [many, tcp('127.0.5.2', `GET / HTTP/1.1\r\n${host}\r\nX-Slow: `)],
      'half a WebSocket upgrade': [
        many,
        tcp('127.0.5.3', `GET /socket.io/?EIO=4 HTTP/1.1\r\n${host}\r\nUpgrade: websocket\r\nSec-`),
      ],
      'one request, then silence': [many, tcp('127.0.5.4', `GET /healthz HTTP/1.1\r\n${host}\r\n\r\n`)],
      'WebSocket without a socket': [webSockets, webSocket('127.0.5.5')],
      'WebSocket without a seat': [
        webSockets,
        webSocket('127.0.5.6', `40${JSON.stringify({ protocolVersion })}`),
      ],
    }
    const rows: Record<string, Report['rows'][string]> = {}
    for (const [name, [count, open]] of Object.entries(kinds)) rows[name] = await hold(url, count, open)
    return [
      {
        title: 'Idle: connections from one address that do nothing',
        rows,
        notes: ['"Others wait" is what /healthz takes, asked from another address while they are open.'],
      },
    ]
  })
}

async function hold(
  url: string,
  count: number,
  open: () => Promise<Socket | null>,
): Promise<Report['rows'][string]> {
  const before = await readServer(url)
  const startedAt = performance.now()
  const sockets: (Socket | null)[] = []
  for (let opened = 0; opened < count; opened += 100)
    sockets.push(...(await Promise.all(Array.from({ length: Math.min(100, count) }, open))))
  // Pings are answered, for a browser that is there would do so too.
  for (const socket of sockets)
    socket?.on(
      'data',
      (data) => String(data).endsWith('2') && socket.write(Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0x33])),
    )
  const row: Record<string, number> = { opened: count }
  for (const lookMs of looksMs) {
    await pause(Math.max(0, startedAt + lookMs - performance.now()))
    row[`open after ${lookMs / 1000} s`] = sockets.filter((socket) => socket && !socket.destroyed).length
    if (lookMs === looksMs[0]) {
      row['MB'] = rounded(((await readServer(url)).rssBytes - before.rssBytes) / 1e6)
      row['others wait p99 ms'] = rounded(quantile(await askHealth(url), 0.99))
    }
  }
  for (const socket of sockets) socket?.destroy()
  return row
}

async function askHealth(url: string): Promise<number[]> {
  const times: number[] = []
  for (let asked = 0; asked < 100; asked++) {
    const since = performance.now()
    await fetch(`${url}/healthz`)
    times.push(performance.now() - since)
  }
  return times
}
