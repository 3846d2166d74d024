import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { endAfterBody } from './refuse'

test('refused body: who sends on and on is answered to the end all the same, however long a short one would be waited for', async () => {
  const server = createServer((asked, response) => endAfterBody(asked, response, 'too-large', 3_600_000))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const sending = request({ host: '127.0.0.1', port, method: 'POST' }).on('error', () => {})
  sending.write(Buffer.alloc(64 * 1024 + 1))
  const [response] = await once(sending, 'response')
  expect(await text(response)).toBe('too-large')
  sending.destroy()
  server.close()
})
