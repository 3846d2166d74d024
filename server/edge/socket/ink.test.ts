import { afterEach, beforeEach, expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import type { Refusal } from '#game/protocol/refusal'
import { settings } from '#game/settings'
import { draw } from '#game/testing/stories'
import { connectPlayer, guestNamed, startGameServer, type TestPlayer } from '#server/testing/game-server'

let server: Awaited<ReturnType<typeof startGameServer>>
let ann: TestPlayer
let refusals: Refusal[]
beforeEach(async () => {
  server = await startGameServer()
  ann = await connectPlayer(server.url, guestNamed('Ann'))
  refusals = []
  ann.socket.on('ink:refused', ({ refusal }) => void refusals.push(refusal))
  await ann.ask('room:create', { settings: undefined })
  await ann.ask('game:start', {})
  await ann.sees(({ phase }) => phase.name === 'countdown')
  server.clock.advance(settings.countdownMs)
  await ann.sees(({ phase }) => phase.name === 'drawing')
})
afterEach(() => server.close())

const batch = (from: number) => ({ round: 0, drawing: 0, from, inkText: encodeInk([draw()]) })
/** How many batches each message told of that told of any. */
const inkTold = () =>
  ann.progress
    .map(({ changes }) => changes.filter(({ type }) => type === 'ink:added').length)
    .filter((batches) => batches > 0)

test('[P10] ink: what a tick brings is acknowledged by one message, the progress that shows it', async () => {
  ann.socket.emit('ink:add', batch(0))
  await ann.hears('ink:added')
  /** By the protocol of socket.io, packets of type 3. */
  const acknowledgements: string[] = []
  ann.socket.io.engine.on('packet', ({ data }) => {
    if (data?.startsWith('3')) acknowledgements.push(data)
  })
  for (const from of [1, 2, 3]) ann.socket.emit('ink:add', batch(from))
  expect(await ann.ask('ink:add', batch(4))).toEqual({ ok: true })
  server.clock.advance(settings.inkBatchMs)
  await ann.ask('room:resync', {})
  expect(inkTold()).toEqual([1, 4])
  // Of the last batch and of the resync, which asked for them.
  expect(acknowledgements).toHaveLength(2)
  expect(refusals).toEqual([])
})

test('[P10] ink: what is refused is said by a message of its own, to its player', async () => {
  ann.socket.emit('ink:add', batch(7))
  ann.socket.emit('ink:add', { ...batch(0), inkText: '!' })
  ann.socket.emit('ink:add', { ...batch(0), round: 3 })
  await ann.ask('room:resync', {})
  expect(refusals).toEqual(['ink-gap', 'bad-message', 'wrong-round'])
})
