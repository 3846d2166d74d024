import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

/** A proxy that takes every name for this machine, for browsers that cannot be told where a name leads. */
export async function openNameProxy() {
  const proxy = createServer((asked, answer) => {
    const { port, pathname, search } = new URL(asked.url ?? '')
    const { method, headers } = asked
    const onward = request(
      { host: '127.0.0.1', port, path: pathname + search, method, headers },
      (answered) => {
        answer.writeHead(answered.statusCode ?? 502, answered.headers)
        answered.pipe(answer)
      },
    )
    onward.on('error', () => answer.destroy())
    asked.pipe(onward)
  })
  proxy.on('upgrade', ({ url = '', method, rawHeaders }, near, head) => {
    const { port, pathname, search } = new URL(url)
    const headers = rawHeaders.map((text, index) => (index % 2 === 0 ? `\r\n${text}: ` : text))
    const far = connect(Number(port), '127.0.0.1', () => {
      far.write(`${method} ${pathname}${search} HTTP/1.1${headers.join('')}\r\n\r\n`)
      far.write(head)
      far.pipe(near).pipe(far)
    })
    far.on('error', () => near.destroy())
    near.on('error', () => far.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return {
    host: `127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    async close() {
      proxy.close()
      proxy.closeAllConnections()
      await once(proxy, 'close')
    },
  }
}
