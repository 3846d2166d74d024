import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line between a browser and the server that can be cut and mended. */
export type Line = {
  readonly url: string
  /** Every connection breaks, and no new one comes about. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

/** @param serverUrl where the line leads to */
export async function layLine(serverUrl: string): Promise<Line> {
  const { hostname, port } = new URL(serverUrl)
  const nearEnds = new Set<Socket>()
  let isCut = false
  const exchange = createServer((near) => {
    if (isCut) return near.destroy()
    const far = connect(Number(port), hostname)
    nearEnds.add(near)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.pipe(other)
      // A broken line is what this is for.
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
    near.on('close', () => nearEnds.delete(near))
  })
  exchange.listen(0, '127.0.0.1')
  await once(exchange, 'listening')
  function cut(): void {
    isCut = true
    for (const near of nearEnds) near.destroy()
  }

  return {
    url: `http://127.0.0.1:${(exchange.address() as AddressInfo).port}`,
    cut,
    mend() {
      isCut = false
    },
    async close() {
      cut()
      exchange.close()
      await once(exchange, 'close')
    },
  }
}
