import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { networkName } from './address'
import { openNginx } from './nginx'

/** What operators forget to configure: all is passed on; no Host; the Host without its port; no `Upgrade`. */
export type ProxyShape = 'whole' | 'no-host' | 'no-port' | 'no-upgrade'

export type ReverseProxy = {
  /** Where browsers find it. */
  readonly url: string
  switchTo(shape: ProxyShape): Promise<void>
  close(): Promise<void>
}

/**
 * A proxy as people put them in front of a game, without the game's knowledge: our own, or with `E2E_NGINX=http` or `https`
 * the nginx of this machine.
 * @param gamePort on this machine
 */
export function openReverseProxy(gamePort: () => number): Promise<ReverseProxy> {
  const { E2E_NGINX: scheme } = process.env
  return scheme === 'http' || scheme === 'https' ? openNginx(gamePort, scheme) : openOwnProxy(gamePort)
}

async function openOwnProxy(gamePort: () => number): Promise<ReverseProxy> {
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
  const open = new Set<Socket>()
  proxy.on('connection', (near) => {
    open.add(near)
    near.on('close', () => open.delete(near))
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return {
    url: `http://${networkName}:${(proxy.address() as AddressInfo).port}`,
    async switchTo(next) {
      shape = next
    },
    async close() {
      proxy.close()
      // Node no longer counts those that were upgraded, and waits for them all the same.
      for (const near of open) near.destroy()
      await once(proxy, 'close')
    },
  }
}
