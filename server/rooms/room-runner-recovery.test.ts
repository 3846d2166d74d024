import { expect, test } from 'vitest'
import { defaultRoomSettings, type RoomSettings } from '#game/protocol/scalars'
import type { Command } from '#game/room/command'
import { newRoom } from '#game/room/room'
import { settings } from '#game/settings'
import { ada, ben, draw, lift } from '#game/testing/stories'
import { createMemoryJournal } from '#server/testing/fakes/memory-journal'
import { createDeferredClassifier, createRoomParts, settle } from '#server/testing/room-parts'
import type { Journal } from './ports'
import { replay } from './replay'
import { askAfterMs, createRoomRunner, type RoomParts } from './room-runner'

const code = 'CDFGH'
const ids = { gameId: '00000000-0000-4000-8000-0000000000ff', seed: 7 }
const judge = { version: 'digits-v1', engine: 'wasm' } as const

/** A room with a game in its first round. */
async function openRound(changed: Partial<RoomParts> = {}, roomSettings: Partial<RoomSettings> = {}) {
  const world = createRoomParts(changed)
  const room = newRoom(code, { ...defaultRoomSettings, ...roomSettings })
  const runner = createRoomRunner(room, world.parts, () => {})
  const joins = (playerId: string): Command => ({
    ...{ type: 'player:join', playerId, name: 'Kim', colour: 0, isSpectator: false },
  })
  for (const playerId of [ada, ben]) runner.submit(joins(playerId))
  runner.submit({ type: 'game:start', playerId: ada, ...ids, judge })
  world.clock.advance(settings.countdownMs)
  await settle()
  const draws = (playerId: string, ...ops: ReturnType<typeof draw>[]) => {
    const { phase } = runner.room
    const canvases = phase.name === 'drawing' || phase.name === 'judging' ? phase.canvases : []
    const from = canvases.find(({ players }) => players.includes(playerId))?.drawings.at(-1)?.ink.length ?? 0
    const at = { round: 0, drawing: 0, from, lagMs: 0, isByKeyboard: false }
    return runner.submit({ type: 'ink:add', playerId, ...at, ops })
  }
  return { ...world, runner, draws }
}

test('room runner: a drawing that the judge failed on is asked about again, and then recognised', async () => {
  const { classifier, asked } = createDeferredClassifier()
  const { draws, clock, of } = await openRound({ classifier })
  draws(ada, draw(), lift)
  clock.advance(askAfterMs)
  asked[0]?.fail(new Error('the thread has ended'))
  await settle()
  expect(asked).toHaveLength(1)
  clock.advance(1_000)
  expect(asked).toHaveLength(2)
  asked[1]?.answer(7)
  await settle()
  clock.advance(settings.inkBatchMs)
  const changes = of('progress').flatMap(({ message }) => message.changes)
  expect(changes.map(({ type }) => type)).toContain('guess:made')
})

test('room runner: the latency of a guess is counted from when its ink arrived, not from when the judge was asked', async () => {
  const { classifier, asked } = createDeferredClassifier()
  const { draws, clock, latency } = await openRound({ classifier })
  draws(ada, draw(), lift)
  clock.advance(askAfterMs)
  clock.advance(30)
  asked[0]?.answer(7)
  await settle()
  expect(latency.guesses).toEqual([askAfterMs + 30])
})

test('room runner: an error when time passes is logged, ends nothing, and the room goes on with the next moment', async () => {
  const journal = createMemoryJournal()
  let isBroken = false
  const opens: Journal['open'] = (...args) => {
    const roomLog = journal.open(...args)
    const failing = (act: () => void) => () => {
      if (isBroken) throw new Error('the disk has gone')
      act()
    }
    return { ...roomLog, flush: failing(roomLog.flush), snapshot: failing(roomLog.snapshot) }
  }
  const { clock, errors, runner } = await openRound({ journal: { ...journal, open: opens } })
  isBroken = true
  // First the log of the time itself, then the end of the round.
  clock.advance(1_200)
  expect(errors).toEqual(Array.from({ length: 2 }, () => 'A room could not go on'))
  clock.advance(60_000)
  await settle()
  isBroken = false
  clock.advance(60_000)
  for (let turns = 0; runner.room.game?.round === 0 && turns < 200; turns++) {
    clock.advance(1_000)
    await settle()
  }
  expect(runner.room.game?.round).toBe(1)
})

test('[R19] room runner: who is ready for the next round is told of to all, with the round they mean', async () => {
  const { runner, clock, parts } = await openRound()
  const told: object[] = []
  parts.broadcaster.ready = (...args) => void told.push(args)
  for (let turns = 0; runner.room.phase.name !== 'reveal' && turns < 200; turns++) {
    clock.advance(500)
    await settle()
  }
  expect(runner.submit({ type: 'round:ready', playerId: ada, round: 0 })).toBeUndefined()
  expect(told).toEqual([[code, { playerId: ada, round: 0 }]])
})

test('[R18] room runner: a room that closes has got as far as its time has', async () => {
  const world = createRoomParts()
  const asleep = { now: world.clock.now, wakeAt: () => () => {} }
  const runner = createRoomRunner(
    newRoom(code, defaultRoomSettings),
    { ...world.parts, clock: asleep },
    () => {},
  )
  runner.submit({ type: 'player:join', playerId: ada, name: 'Ada', colour: 0, isSpectator: false })
  runner.submit({ type: 'game:start', playerId: ada, ...ids, judge })
  world.clock.advance(settings.countdownMs)
  runner.close()
  expect(runner.room.phase.name).toBe('drawing')
  expect(await stored(world.journal)).toEqual(runner.room)
})

test('room runner: ink that came while the judge was busy is asked about as soon as it has answered', async () => {
  const { classifier, asked } = createDeferredClassifier()
  const { draws, clock } = await openRound({ classifier })
  draws(ada, draw(), lift)
  clock.advance(askAfterMs)
  draws(ada, draw(), lift)
  expect(asked.map(({ points }) => points)).toEqual([2])
  clock.advance(2 * settings.inkBatchMs)
  asked[0]?.answer(7)
  await settle()
  expect(asked.map(({ points }) => points)).toEqual([2, 4])
})

test('room runner: a room that has closed asks the judge no more, whatever was to be tried again', async () => {
  const { classifier, asked } = createDeferredClassifier()
  const { draws, clock, runner, errors } = await openRound({ classifier })
  draws(ada, draw(), lift)
  clock.advance(askAfterMs)
  asked[0]?.fail(new Error('the thread has ended'))
  await settle()
  runner.close()
  clock.advance(60_000)
  await settle()
  expect(asked).toHaveLength(1)
  expect(errors).toEqual(['A drawing could not be judged'])
})

test('room runner: a room that its last player leaves in mid-round wakes up no more', async () => {
  // Without a timer the end of the round depends on who is there.
  const { runner, clock, sent } = await openRound({}, { timer: 'none' })
  for (const playerId of [ada, ben]) runner.submit({ type: 'player:leave', playerId })
  expect(clock.waiting).toBe(0)
  await settle()
  expect(sent.at(-1)).toEqual({ type: 'close', code })
})

async function stored(journal: Journal) {
  for await (const room of journal.readAll()) return replay(room)?.room
  return undefined
}

test('[R18] room runner: who sees that a teammate was sent away sees what is in the log, their last stroke too', async () => {
  const journal = createMemoryJournal()
  const room = await openRound({ journal }, { mode: 'relay' })
  const { phase } = room.runner.room
  const pen = phase.name === 'drawing' ? phase.canvases[0]?.pen : undefined
  if (!pen) throw new Error('nobody has the pen')
  room.draws(pen, draw())
  room.clock.advance(1)
  const checks: Promise<void>[] = []
  room.parts.broadcaster.remove = () => {
    const shown = room.runner.room
    checks.push(stored(createMemoryJournal(journal)).then((found) => expect(found).toEqual(shown)))
  }
  room.runner.submit({ type: 'player:leave', playerId: pen })
  await Promise.all(checks)
  expect(checks).toHaveLength(1)
})

test('[R18] room runner: a log begins anew between rounds alone, where nobody is kept waiting', async () => {
  const journal = createMemoryJournal()
  const phases: string[] = []
  const opens: Journal['open'] = (room, present, until) =>
    journal.open(
      room,
      () => {
        const snapshot = present()
        phases.push(snapshot.room.phase.name)
        return snapshot
      },
      until,
    )
  const { runner, clock } = await openRound({ journal: { ...journal, open: opens } }, { rounds: 2 })
  for (let turns = 0; runner.room.phase.name !== 'finished' && turns < 200; turns++) {
    clock.advance(500)
    await settle()
  }
  expect(phases).toEqual(['lobby', 'countdown', 'finished'])
})

test('[R18] room runner: a result that is on its way is in the log, also when the next game is over', async () => {
  const arrive: (() => void)[] = []
  const { parts, journal, clock, runner } = await openRound({}, { rounds: 1 })
  parts.recordWriter.writeGame = () => new Promise<void>((resolve) => arrive.push(resolve))
  const next = { ...ids, gameId: ids.gameId.replace(/ff$/, 'fe') }
  for (let turns = 0; arrive.length < 2 && turns < 200; turns++) {
    if (runner.room.phase.name === 'finished')
      runner.submit({ type: 'game:start', playerId: ada, ...next, judge })
    clock.advance(1_000)
    await settle()
  }
  const results = async () => {
    for await (const room of journal.readAll())
      return replay(room)?.finished.flatMap((each) => (each.type === 'game:finished' ? each.record.id : []))
    return []
  }
  expect(await results()).toEqual([ids.gameId, next.gameId])
  arrive[0]?.()
  await settle()
  expect(await results()).toEqual([next.gameId])
})
