import { once } from 'node:events'
import { withServer } from '../../e2e/chaos/with-server'
import { type Report, rounded } from '../report'
import { openTcp } from './raw-socket'
import { peakGrowth } from './read-server'

const posts = 4
const bodyBytes = 100_000_000
const chunk = Buffer.alloc(64 * 1024, 'x')

/** How much memory large posts take, with and without a Content-Length. */
export async function benchBodies(): Promise<Report[]> {
  return withServer({}, async ({ url }) => {
    const rows: Record<string, Report['rows'][string]> = {}
    for (const path of ['/api/player', '/', '/socket.io/?EIO=4&transport=polling&sid=none'])
      for (const kind of ['announced', 'chunked'] as const) {
        const { result, megabytes } = await peakGrowth(url, () =>
          Promise.all(Array.from({ length: posts }, () => post(url, path, kind))),
        )
        rows[`${path.split('?')[0]} ${kind}`] = {
          'memory grows by MB': rounded(megabytes),
          'MB taken': rounded(result.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6),
          'answered with': result[0]?.status ?? '',
        }
      }
    return [{ title: `Bodies: ${posts} posts of ${bodyBytes / 1e6} MB at once`, rows }]
  })
}

/** Sends all of it, whatever the answer, until the server closes the connection. */
async function post(url: string, path: string, kind: 'announced' | 'chunked') {
  const socket = openTcp(url, '127.0.4.1')
  let status = 'cut'
  socket.once('data', (data) => {
    status = String(data).slice(9, 12)
  })
  const size = kind === 'announced' ? `Content-Length: ${bodyBytes}` : 'Transfer-Encoding: chunked'
  socket.write(`POST ${path} HTTP/1.1\r\nHost: ${new URL(url).host}\r\n${size}\r\n\r\n`)
  const block =
    kind === 'announced' ? chunk : Buffer.concat([Buffer.from('10000\r\n'), chunk, Buffer.from('\r\n')])
  const closed = once(socket, 'close').catch(() => {})
  while (!socket.destroyed && socket.bytesWritten < bodyBytes) {
    if (!socket.write(block)) await Promise.race([once(socket, 'drain').catch(() => {}), closed])
  }
  const bytes = socket.bytesWritten - socket.writableLength
  socket.destroy()
  return { bytes, status }
}
