import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What operators forget to configure: all is passed on; no Host; the Host without its port; no `Upgrade`. */
export type ProxyShape = 'whole' | 'no-host' | 'no-port' | 'no-upgrade'

export type ReverseProxy = {
  readonly port: number
  become(shape: ProxyShape): void
  close(): Promise<void>
}

/** A proxy as people put them in front of a game, without the game's knowledge. @param gamePort on this machine */
export async function openReverseProxy(gamePort: () => number): Promise<ReverseProxy> {
  let shape: ProxyShape = 'whole'

  function forward({ method, url: path, headers }: IncomingMessage) {
    const hosts: Record<ProxyShape, string | undefined> = {
      whole: headers.host,
      'no-upgrade': headers.host,
      'no-port': headers.host?.replace(/:\d+$/, ''),
      'no-host': `127.0.0.1:${gamePort()}`,
    }
    return request({
      host: '127.0.0.1',
      port: gamePort(),
      method,
      path,
      headers: { ...headers, host: hosts[shape] },
    })
  }

  const proxy = createServer((asked, answer) => {
    const forwarded = forward(asked)
    forwarded.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
    forwarded.on('error', () => answer.destroy())
    asked.on('error', () => forwarded.destroy())
    asked.pipe(forwarded)
  })
  proxy.on('upgrade', (asked, near) => {
    if (shape === 'no-upgrade') {
      near.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    const forwarded = forward(asked)
    forwarded.on('upgrade', (response, far) => {
      const lines = response.rawHeaders.flatMap((name, at, all) =>
        at % 2 ? [] : [`${name}: ${all[at + 1]}`],
      )
      near.write(['HTTP/1.1 101 Switching Protocols', ...lines, '', ''].join('\r\n'))
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        one.on('error', () => other.destroy())
        one.on('close', () => other.destroy())
        one.pipe(other)
      }
    })
    forwarded.on('response', () => near.destroy())
    forwarded.on('error', () => near.destroy())
    forwarded.end()
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return {
    port: (proxy.address() as AddressInfo).port,
    become(next) {
      shape = next
    },
    async close() {
      proxy.close()
      proxy.closeAllConnections()
      await once(proxy, 'close')
    },
  }
}
