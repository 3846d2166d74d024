import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line to a server or a database that can be cut and mended, or frozen and thawed. */
export type TcpRelay = {
  /** The address of what the line leads to, by way of the line. */
  readonly url: string
  /** Every connection breaks, and no new one comes about. */
  cut(): void
  mend(): void
  /** Nothing arrives any more, at either end, and neither end is told. */
  freeze(): void
  /** What was held back arrives. */
  thaw(): void
  close(): Promise<void>
}

/**
 * @param serverUrl where the line leads to, on this machine
 * @param localAddress of this machine's own, from which the server sees whoever comes this way
 */
export async function openTcpRelay(serverUrl: string, localAddress = '127.0.0.1'): Promise<TcpRelay> {
  const { port } = new URL(serverUrl)
  const nearEnds = new Set<Socket>()
  let isCut = false
  let heldBack: (() => void)[] | null = null
  const pass = (happening: () => void) => (heldBack ? heldBack.push(happening) : happening())

  const exchange = createServer((near) => {
    if (isCut) return near.destroy()
    const far = connect({ port: Number(port), host: '127.0.0.1', localAddress })
    nearEnds.add(near)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('data', (chunk) => pass(() => other.write(chunk)))
      // A broken line is what this is for.
      one.on('error', () => {})
      one.on('close', () => pass(() => other.destroy()))
    }
    near.on('close', () => nearEnds.delete(near))
  })
  exchange.listen(0, '127.0.0.1')
  await once(exchange, 'listening')
  const url = new URL(serverUrl)
  url.port = String((exchange.address() as AddressInfo).port)
  function cut(): void {
    isCut = true
    for (const near of nearEnds) near.destroy()
  }
  function thaw(): void {
    const happenings = heldBack ?? []
    heldBack = null
    for (const happening of happenings) happening()
  }

  return {
    url: url.href,
    cut,
    mend() {
      isCut = false
    },
    freeze() {
      heldBack ??= []
    },
    thaw,
    async close() {
      thaw()
      cut()
      exchange.close()
      await once(exchange, 'close')
    },
  }
}
