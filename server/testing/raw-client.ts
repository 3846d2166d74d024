import { WebSocket } from 'ws'
import type { TransportName } from './game-server'

/** A client that sends raw engine.io frames, as no browser would. */
export type RawClient = {
  readonly closed: Promise<'closed'>
  /** The frames received so far. */
  readonly frames: readonly string[]
  /** Resolves once `count` frames that begin like this have been received. */
  hears(beginning: string, count: number): Promise<'heard'>
  /** Resolves when the server has received everything that was sent. */
  arrived(): Promise<unknown>
  /** Ignores the server's close frame from now on, so that later frames are still sent. */
  ignoreClose(): void
  /** Sends the frames in one packet. */
  send(...frames: readonly string[]): void
}

/** Separates frames in the body of a polling request. */
export const frameSeparator = '\x1e'

export function pollingUrl(url: string, sid?: string): string {
  return `${url}/socket.io/?EIO=4&transport=polling${sid ? `&sid=${sid}` : ''}`
}

/** @returns the session id of a new polling connection that nobody polls for yet */
export async function shakeHands(url: string, headers: Record<string, string>): Promise<string> {
  const response = await fetch(pollingUrl(url), { headers })
  return JSON.parse((await response.text()).slice(1)).sid
}

/** @param cookie of the player */
export function openRawClient(transport: TransportName, url: string, cookie: string): Promise<RawClient> {
  return transport === 'websocket' ? openWebSocket(url, cookie) : openPolling(url, cookie)
}

function createFrameLog() {
  const frames: string[] = []
  const listeners = new Set<() => void>()
  return {
    frames,
    hear(frame: string) {
      frames.push(frame)
      for (const listener of listeners) listener()
    },
    hears(beginning: string, count: number): Promise<'heard'> {
      return new Promise((resolve) => {
        const listener = () => {
          if (frames.filter((frame) => frame.startsWith(beginning)).length < count) return
          listeners.delete(listener)
          resolve('heard')
        }
        listeners.add(listener)
        listener()
      })
    },
  }
}

async function openWebSocket(url: string, cookie: string): Promise<RawClient> {
  const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  const socket = new WebSocket(address, { headers: { cookie } })
  const { frames, hear, hears } = createFrameLog()
  socket.on('message', (data) => hear(String(data)))
  const closed = new Promise<'closed'>((resolve) => socket.on('close', () => resolve('closed')))
  await new Promise((resolve) => socket.on('open', resolve))
  return {
    closed,
    frames,
    hears,
    arrived() {
      const answered = new Promise((resolve) => socket.once('pong', resolve))
      socket.ping()
      return Promise.race([answered, closed])
    },
    ignoreClose() {
      const { _receiver: receiver } = socket as unknown as { _receiver: NodeJS.EventEmitter }
      receiver.removeAllListeners('conclude')
    },
    send(...frames) {
      const { _socket: wire } = socket as unknown as { _socket: { cork(): void; uncork(): void } }
      wire.cork()
      for (const frame of frames) socket.send(frame)
      wire.uncork()
    },
  }
}

async function openPolling(url: string, cookie: string): Promise<RawClient> {
  const headers = { cookie }
  const address = pollingUrl(url, await shakeHands(url, headers))
  const { frames, hear, hears } = createFrameLog()

  async function poll(): Promise<'closed'> {
    for (;;) {
      const response = await fetch(address, { headers }).catch(() => null)
      if (!response?.ok) return 'closed'
      const told = (await response.text()).split(frameSeparator)
      for (const frame of told) hear(frame)
      if (told.includes('1')) return 'closed'
    }
  }

  let posted: Promise<unknown> = Promise.resolve()
  return {
    closed: poll(),
    frames,
    hears,
    arrived: () => posted,
    ignoreClose() {},
    send(...frames) {
      const post = { method: 'POST', headers, body: frames.join(frameSeparator) }
      posted = posted
        .then(() => fetch(address, post))
        .then((response) => response.text())
        .catch(() => 'cut')
    },
  }
}
