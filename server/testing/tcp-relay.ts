import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A TCP relay to a server or a database, to simulate a network that breaks or hangs. */
export type TcpRelay = {
  /** The URL of the server by way of the relay. */
  readonly url: string
  /** Closes every connection, and refuses new ones. */
  cut(): void
  restore(): void
  /** Holds back everything in both directions, without closing a connection. */
  freeze(): void
  /** Delivers what was held back. */
  thaw(): void
  close(): Promise<void>
}

/**
 * @param serverUrl of the server, on this machine
 * @param localAddress the client address that the server sees
 */
export async function openTcpRelay(serverUrl: string, localAddress = '127.0.0.1'): Promise<TcpRelay> {
  const { port } = new URL(serverUrl)
  const nearEnds = new Set<Socket>()
  let isCut = false
  let heldBack: (() => void)[] | null = null
  const pass = (deliver: () => void) => (heldBack ? heldBack.push(deliver) : deliver())

  const relay = createServer((near) => {
    if (isCut) return near.destroy()
    const far = connect({ port: Number(port), host: '127.0.0.1', localAddress })
    nearEnds.add(near)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('data', (chunk) => pass(() => other.write(chunk)))
      // Broken connections are what the relay is for.
      one.on('error', () => {})
      one.on('close', () => pass(() => other.destroy()))
    }
    near.on('close', () => nearEnds.delete(near))
  })
  relay.listen(0, '127.0.0.1')
  await once(relay, 'listening')
  const url = new URL(serverUrl)
  url.port = String((relay.address() as AddressInfo).port)
  function cut(): void {
    isCut = true
    for (const near of nearEnds) near.destroy()
  }
  function thaw(): void {
    const held = heldBack ?? []
    heldBack = null
    for (const deliver of held) deliver()
  }

  return {
    url: url.href,
    cut,
    restore() {
      isCut = false
    },
    freeze() {
      heldBack ??= []
    },
    thaw,
    async close() {
      thaw()
      cut()
      relay.close()
      await once(relay, 'close')
    },
  }
}
