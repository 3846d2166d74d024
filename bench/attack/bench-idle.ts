import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { protocolVersion } from '#game/protocol/version'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { guestNamed, testSecret } from '#server/testing/game-server'
import { withServer } from '../../e2e/chaos/with-server'
import { quantile, type Report, rounded } from '../report'
import { openDeafWebSocket, openTcp, webSocketFrame } from './raw-socket'
import { readServer } from './read-server'

const many = 2_000
const webSockets = 150
const atOnce = 50
const settleMs = 1_000
const looksMs = [15_000, 75_000]

type Row = Record<string, number>

/** How many idle connections one address can keep open, and for how long. */
export async function benchIdle(): Promise<Report[]> {
  return withServer({ environment: { SESSION_SECRET: testSecret } }, async ({ url }) => {
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
    const held: [string, () => Promise<Row>][] = []
    for (const [name, [count, open]] of Object.entries(kinds)) held.push([name, await hold(url, count, open)])
    const rows = await Promise.all(held.map(async ([name, look]) => [name, await look()] as const))
    return [
      {
        title: 'Idle: connections from one address that do nothing',
        rows: Object.fromEntries(rows),
        notes: ['"Others wait" is what /healthz takes, asked from another address while they are open.'],
      },
    ]
  })
}

/** @returns how each of them ended */
async function hold(
  url: string,
  count: number,
  open: () => Promise<Socket | null>,
): Promise<() => Promise<Row>> {
  const before = await readServer(url)
  const startedAt = performance.now()
  const sockets: (Socket | null)[] = []
  for (let opened = 0; opened < count; opened += atOnce)
    sockets.push(...(await Promise.all(Array.from({ length: Math.min(atOnce, count) }, open))))
  // Pings are answered, as by a browser that is there.
  for (const socket of sockets)
    socket?.on('data', (data) => String(data).endsWith('2') && socket.write(webSocketFrame('3')))
  const countOpen = () => sockets.filter((socket) => socket && !socket.destroyed).length
  await pause(settleMs)
  const row: Row = { opened: count, [`open after ${settleMs / 1000} s`]: countOpen() }
  row.MB = rounded(((await readServer(url)).rssBytes - before.rssBytes) / 1e6)
  row['others wait p99 ms'] = rounded(quantile(await askHealth(url), 0.99))
  return async () => {
    for (const lookMs of looksMs) {
      await pause(Math.max(0, startedAt + lookMs - performance.now()))
      row[`after ${lookMs / 1000} s`] = countOpen()
    }
    for (const socket of sockets) socket?.destroy()
    return row
  }
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
