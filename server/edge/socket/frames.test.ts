import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as ws from 'ws'
import { encodeFrame } from './frames'

/** Its types do not declare it. */
const { Receiver } = ws as unknown as {
  readonly Receiver: new (options: { readonly isServer: boolean }) => PassThrough
}

/** What a WebSocket client reads of a frame. */
async function read(frame: Buffer): Promise<string> {
  const receiver = new Receiver({ isServer: false })
  new PassThrough().end(frame).pipe(receiver)
  const [data] = await once(receiver, 'message')
  return String(data)
}

test('a frame that was encoded once is read as the message, however long it is and whatever letters are in it', async () => {
  const lengths = [0, 80, 100, 125, 126, 127, 65_000, 65_536, 70_000]
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...lengths).map((length) => 'é'.repeat(length)),
    fc.constantFrom(...lengths).map((length) => 'x'.repeat(length)),
  )
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const message = { sequence: 1, round: 0, changes: [{ inkText: text }] } as never
      expect(await read(encodeFrame('drawing:progressed', message))).toBe(
        `42${JSON.stringify(['drawing:progressed', message])}`,
      )
    }),
    { numRuns: 200 },
  )
})
