import { once } from 'node:events'
import { request as ask, createServer } from 'node:http'
import { type AddressInfo, Socket } from 'node:net'
import { networkName } from './address'

/** What a network between a browser and the server does to what passes. */
export type Rules = {
  /** What becomes of a WebSocket: a no, or nothing at all for ever. */
  readonly upgrades: 'forbidden' | 'swallowed'
  /** Neither lets anything of a live connection pass. */
  readonly blocksPolling?: boolean
  /** A browser that keeps no cookie, as far as the server can tell. */
  readonly dropsCookies?: boolean
}

/** A network such as schools, hotels and companies have; it passes an answer on when it has all of it. */
export async function layProxy(serverUrl: string, rules: Rules) {
  const { port } = new URL(serverUrl)
  const held = new Set<Socket>()

  const proxy = createServer((request, response) => {
    if (rules.blocksPolling && request.url?.startsWith('/socket.io/')) {
      response.writeHead(403).end('Blocked by the administrator')
      return
    }
    const { cookie, ...anonymous } = request.headers
    const headers = rules.dropsCookies ? anonymous : request.headers
    const { method, url: path } = request
    const onward = ask({ host: '127.0.0.1', port, method, path, headers, agent: false }, async (answer) => {
      const { 'set-cookie': kept, ...others } = answer.headers
      const chunks = await answer.toArray().catch(() => null)
      if (chunks === null) return response.destroy()
      response.writeHead(answer.statusCode ?? 502, rules.dropsCookies ? others : answer.headers)
      return response.end(Buffer.concat(chunks))
    })
    onward.on('error', () => response.destroy())
    response.on('close', () => onward.destroy())
    request.pipe(onward)
  })
  proxy.on('upgrade', (_request, socket) => {
    if (socket instanceof Socket) held.add(socket)
    socket.on('error', () => {})
    if (rules.upgrades === 'forbidden') socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return {
    url: `http://${networkName}:${(proxy.address() as AddressInfo).port}`,
    async close() {
      for (const socket of held) socket.destroy()
      proxy.closeAllConnections()
      proxy.close()
      await once(proxy, 'close')
    },
  }
}
