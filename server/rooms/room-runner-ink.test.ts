import { expect, test } from 'vitest'
import type { Refusal } from '#game/protocol/refusal'
import { defaultRoomSettings } from '#game/protocol/scalars'
import type { Command, CommandOf } from '#game/room/command'
import { currentDrawing, newRoom } from '#game/room/room'
import { settings } from '#game/settings'
import { ada, ben, draw, lift } from '#game/testing/stories'
import { createDeferredClassifier, createRoomParts, settle } from '#server/testing/room-parts'
import { replay } from './replay'
import { askAfterMs, createRoomRunner } from './room-runner'

const code = 'CDFGH'
const joins = (playerId: string): Command => ({
  ...{ type: 'player:join', playerId, name: playerId, colour: 0, isSpectator: false },
})
const starts: Command = {
  ...{ type: 'game:start', playerId: ada, gameId: '00000000-0000-4000-8000-0000000000ff', seed: 7 },
  judge: { version: 'digits-v1', engine: 'wasm' },
}
const ink = (playerId: string, from: number): CommandOf<'ink:add'> => ({
  ...{ type: 'ink:add', playerId, round: 0, drawing: 0, from, ops: [draw(), lift] },
  ...{ isByKeyboard: false, lagMs: 0 },
})

/** Ada and Ben in the first round of a game, just after a tick, for Ada's first ink is told. */
async function openRound() {
  const { classifier, asked } = createDeferredClassifier()
  const world = createRoomParts({ classifier })
  const runner = createRoomRunner(newRoom(code, defaultRoomSettings), world.parts, () => {})
  for (const command of [joins(ada), joins(ben), starts]) runner.submit(command)
  world.clock.advance(settings.countdownMs)
  await settle()
  const refused: Refusal[] = []
  const failed: unknown[] = []
  const sender = {
    refused: (refusal: Refusal) => void refused.push(refusal),
    failed: (error: unknown) => void failed.push(error),
  }
  const adds = (playerId: string, from: number) => runner.addInk(ink(playerId, from), sender)
  adds(ada, 0)
  const told = () => world.of('progress').map(({ message }) => message.changes.map(({ type }) => type))
  expect(told()).toEqual([['ink:added']])
  return { ...world, runner, adds, refused, failed, told, asked }
}

function arrivals({ phase }: { readonly phase: object }): (number | undefined)[] {
  const { canvases = [] } = phase as { canvases?: Parameters<typeof currentDrawing>[0][] }
  return canvases.map((canvas) => currentDrawing(canvas).ink.at(-1)?.atMs)
}

test('[P2] room runner: ink of a tick is taken in with it, each batch as of when it arrived', async () => {
  const { clock, runner, adds, told } = await openRound()
  const [first = 0] = arrivals(runner.room)
  clock.advance(4)
  adds(ada, 2)
  clock.advance(5)
  adds(ben, 0)
  adds(ada, 4)
  clock.advance(settings.inkBatchMs)
  expect(told()).toEqual([['ink:added'], ['ink:added', 'ink:added', 'ink:added']])
  expect(arrivals(runner.room)).toEqual([first + 9, first + 9])
})

test('room runner: whoever looks at a room, or does anything in it, finds ink that arrived before', async () => {
  const { clock, runner, adds } = await openRound()
  const [first = 0] = arrivals(runner.room)
  clock.advance(1)
  adds(ada, 2)
  expect(arrivals(runner.room)[0]).toBe(first + 1)
  clock.advance(1)
  adds(ada, 4)
  runner.submit({ type: 'emote:send', playerId: ben, emote: 'wow' })
  adds(ada, 6)
  expect(runner.view().sequence).toBe(2)
  adds(ben, 0)
  runner.submit({ type: 'player:leave', playerId: ben })
  expect(arrivals(runner.room)).toEqual([first + 2, first + 2])
})

test('room runner: who sent ink that is refused, or breaks the room, hears of it, and what came with it is added', async () => {
  const { clock, runner, adds, refused, failed } = await openRound()
  const [first = 0] = arrivals(runner.room)
  clock.advance(1)
  adds(ada, 40)
  adds('cyd', 0)
  const broken = new Error('broken')
  runner.addInk(
    {
      ...ink(ben, 0),
      get ops(): never {
        throw broken
      },
    },
    { refused() {}, failed: (error) => void failed.push(error) },
  )
  adds(ada, 2)
  clock.advance(settings.inkBatchMs)
  expect(refused).toEqual(['ink-gap', 'not-playing'])
  expect(failed).toEqual([broken])
  expect(arrivals(runner.room)[0]).toBe(first + 1)
  runner.close()
  adds(ada, 4)
  clock.advance(settings.inkBatchMs)
  expect(refused.at(-1)).toBe('server-closing')
})

test('room runner: a guess is taken in with the ink of its tick, and a replay of the log finds the same', async () => {
  const { clock, runner, adds, told, asked, journal } = await openRound()
  clock.advance(askAfterMs)
  asked[0]?.answer(3)
  await settle()
  adds(ada, 2)
  expect(told()).toHaveLength(1)
  clock.advance(settings.inkBatchMs)
  expect(told().at(-1)).toEqual(['guess:made', 'ink:added'])
  for await (const stored of journal.readAll()) expect(replay(stored)?.room).toEqual(runner.room)
})
