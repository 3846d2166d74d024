import { setPriority } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { protocolVersion } from '#game/protocol/version'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { guestNamed, testSecret } from '#server/testing/game-server'
import { answerParent, readStart } from '../process'
import { openDeafWebSocket, openTcp, pour, webSocketFrame } from './raw-socket'

export type FloodName = keyof typeof floods
export type FloodStart = {
  readonly url: string
  readonly flood: FloodName
  readonly connections: number
  readonly forMs: number
}
/** A flood that is to begin. All of it comes from here, so that limits by address are its alone. */
export type FloodFrom = { readonly localAddress: string }
/** The result of a flood: how many connections it got, and how many bytes the server has read. */
export type Flooded = { readonly connections: number; readonly megabytes: number }

const joinPacket = `40${JSON.stringify({ protocolVersion })}`
const blockBytes = 64 * 1024
const fill = (frame: Buffer) =>
  Buffer.concat(Array.from({ length: Math.ceil(blockBytes / frame.length) }, () => frame))

/** Frames that flood a WebSocket. */
const frames = {
  messages: fill(webSocketFrame('420["room:resync",{}]')),
  nonsense: fill(webSocketFrame('421["cheat:win",{}]')),
  pongs: fill(webSocketFrame('3')),
  pings: fill(webSocketFrame('', 9)),
  fragments: Buffer.concat([webSocketFrame('4', 1, false), fill(webSocketFrame('', 0, false))]),
  'large frames': fill(webSocketFrame(`42["ink:add",{"inkText":"${'x'.repeat(15_000)}"}]`)),
  'broken frames': Buffer.concat([webSocketFrame('4'), fill(webSocketFrame('420["room:resync",{}]'))]),
}

const { url, flood, connections, forMs } = readStart<FloodStart>()
const host = `Host: ${new URL(url).host}`
const http = (head: string, body = '', headers = '') =>
  Buffer.from(`${head} HTTP/1.1\r\n${host}\r\n${headers}Content-Length: ${body.length}\r\n\r\n${body}`)

/** A WebSocket for a page of another site. */
const upgrade = http(
  'GET /socket.io/?EIO=4&transport=websocket',
  '',
  'Origin: http://evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n',
)

/** Each opens one connection and floods it until the server terminates it. @returns the bytes that were read */
const floods = {
  ...(Object.fromEntries(
    Object.entries(frames).map(([name, block]) => [name, () => floodWebSocket(block)]),
  ) as Record<keyof typeof frames, () => Promise<number>>),
  posts: floodPosts,
  handshakes: () => floodHttp(http('GET /socket.io/?EIO=4&transport=polling')),
  'strange sessions': () => floodHttp(http('POST /socket.io/?EIO=4&transport=polling&sid=none', '3')),
  questions: () => floodHttp(http('GET /healthz')),
  'forged questions': () => floodHttp(http('GET /healthz', '', 'X-Forwarded-For: 198.51.100.7\r\n')),
  pages: () => floodHttp(http('GET /')),
  'pages with cookies': () => floodHttp(http('GET /', '', `Cookie: a=${'x'.repeat(600)}\r\n`)),
  'pages that are not there': () => floodHttp(http('GET /_next/static/none.js')),
  nothing: () => over.then(() => 0),
  upgrades: () => dial('close', upgrade),
  connects: () => dial('connect'),
}

let localAddress = ''
let isOver = false
let over: Promise<void> = Promise.resolve()
let opened = 0

async function cookie(): Promise<string> {
  return `${guestCookie}=${await sealGuest(guestNamed('Eve'), testSecret)}`
}

async function floodWebSocket(block: Buffer): Promise<number> {
  const socket = await openDeafWebSocket({ url, localAddress, cookie: await cookie() }, [joinPacket], over)
  return socket ? pour(socket, block, over) : 0
}

/** A connection of its own each time. @param end of the connection: what it waits for */
async function dial(end: 'connect' | 'close', question = Buffer.alloc(0)): Promise<number> {
  const socket = openTcp(url, localAddress)
  socket.write(question)
  await Promise.race([new Promise((resolve) => socket.once(end, resolve).once('close', resolve)), over])
  socket.destroy()
  return question.length
}

function floodHttp(request: Buffer): Promise<number> {
  return pour(openTcp(url, localAddress), fill(request), over)
}

/** A polling session that posts full bodies of messages, also after it was closed. */
async function floodPosts(): Promise<number> {
  const body = Array.from({ length: 500 }, () => '420["room:resync",{}]').join('\x1e')
  const socket = openTcp(url, localAddress)
  socket.write(http('GET /socket.io/?EIO=4&transport=polling'))
  const answer = await new Promise<string>((resolve) => {
    socket.once('data', (chunk) => resolve(String(chunk))).once('close', () => resolve(''))
    void over.then(() => resolve(''))
  })
  const sid = /"sid":"([^"]+)"/.exec(answer)?.[1] ?? 'none'
  return pour(socket, http(`POST /socket.io/?EIO=4&transport=polling&sid=${sid}`, body), over)
}

async function attack(): Promise<number> {
  let bytes = 0
  while (!isOver) {
    opened++
    bytes += await floods[flood]()
    // A hostile client is not so polite; what is measured is the server, not how fast this machine can dial.
    if (flood !== 'connects' && flood !== 'upgrades') await pause(20)
  }
  return bytes
}

// Attackers have machines of their own: here they must not take the server's processor from it.
setPriority(19)
answerParent<FloodFrom, Flooded>('ready', async (from) => {
  localAddress = from.localAddress
  opened = 0
  isOver = false
  over = pause(forMs).then(() => {
    isOver = true
  })
  const bytes = await Promise.all(Array.from({ length: connections }, attack))
  return { connections: opened, megabytes: bytes.reduce((sum, each) => sum + each) / 1e6 }
})
