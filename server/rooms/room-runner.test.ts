import { expect, test } from 'vitest'
import { defaultRoomSettings } from '#game/protocol/scalars'
import type { RoomView, ServerMessage } from '#game/protocol/server-messages'
import type { Command } from '#game/room/command'
import { newRoom, type PhaseOf } from '#game/room/room'
import { settings } from '#game/settings'
import { curve, inTime } from '#game/testing/hand'
import { ada, ben, cyd, draw, lift } from '#game/testing/stories'
import { createMemoryJournal } from '#server/testing/fakes/memory-journal'
import { createMemoryQuickPlay } from '#server/testing/fakes/memory-quick-play'
import { createRoomParts, settle } from '#server/testing/room-parts'
import { createScriptedClassifier } from '#server/testing/scripted-classifier'
import type { Journal } from './ports'
import { replay } from './replay'
import { createRoomRunner } from './room-runner'

const code = 'CDFGH'
const joins = (playerId: string, name = 'Ada'): Command => ({
  ...{ type: 'player:join', playerId, name, colour: 0, isSpectator: false },
})
const judge = { version: 'digits-v1', engine: 'wasm' } as const
const gameId = '00000000-0000-4000-8000-0000000000ff'
const starts = (playerId: string): Command => ({ type: 'game:start', playerId, gameId, seed: 7, judge })
const draws = (playerId: string, from: number): Command => ({
  ...{
    type: 'ink:add',
    playerId,
    round: 0,
    drawing: 0,
    from,
    ops: [draw(), lift],
    isByKeyboard: false,
    lagMs: 0,
  },
})

function openRoom(changed: Parameters<typeof createRoomParts>[0] = {}, roomSettings = defaultRoomSettings) {
  const world = createRoomParts(changed)
  let emptied = 0
  const runner = createRoomRunner(newRoom(code, roomSettings), world.parts, () => emptied++)
  const does = (...commands: Command[]) => commands.map((command) => runner.submit(command))
  return { ...world, runner, does, emptied: () => emptied }
}

/** Ada and Ben in the first round of a game. */
async function openRound(changed: Parameters<typeof createRoomParts>[0] = {}) {
  const room = openRoom(changed)
  room.does(joins(ada), joins(ben, 'Ben'), starts(ada))
  room.clock.advance(settings.countdownMs)
  expect(room.runner.room.phase.name).toBe('drawing')
  await settle()
  room.sent.splice(0)
  return room
}

function currentPrompt({ canvases: [canvas] }: PhaseOf<'drawing'>): number {
  return canvas?.drawings.at(-1)?.prompt ?? 0
}

async function stored(journal: Journal) {
  for await (const room of journal.readAll()) return replay(room)?.room
  return undefined
}

test('[V2] room runner: however much one moment changes, everybody gets one view, the same', async () => {
  const { does, sent, runner } = openRoom()
  does(joins(ada), joins(ben, 'Ben'), joins(cyd, 'Cyd'))
  expect(sent).toEqual([])
  await settle()
  expect(sent).toEqual([{ type: 'view', code, view: runner.view() }])
})

test('[F4] room runner: whose result is held is told so after the view of the podium, alone', async () => {
  const prompt = () => (runner.room.phase.name === 'drawing' ? currentPrompt(runner.room.phase) : 0)
  const { does, sent, of, clock, runner } = openRoom(
    { classifier: createScriptedClassifier(() => prompt()) },
    { ...defaultRoomSettings, rounds: 2 },
  )
  does(joins(ada), joins(ben, 'Ben'), starts(ada))
  const passes = async (until: () => boolean) => {
    for (let turns = 0; !until() && turns < 500; turns++) {
      clock.advance(100)
      await settle()
    }
  }
  for (const round of [0, 1]) {
    await passes(() => runner.room.phase.name === 'drawing' && runner.room.game?.round === round)
    does({ ...draws(ada, 0), round, ops: inTime(curve(round + 1), 0) } as Command)
    await settle()
  }
  await passes(() => runner.room.phase.name === 'finished')
  expect(of('resultHeld')).toEqual([{ type: 'resultHeld', playerId: ada, gameId }])
  expect(sent.slice(-2).map(({ type }) => type)).toEqual(['view', 'resultHeld'])
  expect(JSON.stringify(of('view'))).not.toMatch(/heldFor|too-soon/)
})

test('[R18] room runner: nobody is shown anything before it is in the log', async () => {
  const journal = createMemoryJournal()
  const room = await openRound({ journal })
  const checks: Promise<void>[] = []
  /** What is in the log at this very moment, and what is shown. */
  const check = () => {
    const shown = room.runner.room
    const logged = stored(createMemoryJournal(journal))
    checks.push(logged.then((found) => expect(found).toEqual(shown)))
  }
  Object.assign(room.parts.broadcaster, { progress: check, view: check })
  room.does(draws(ada, 0))
  room.clock.advance(1)
  room.does(draws(ben, 0))
  room.clock.advance(settings.inkBatchMs)
  room.does({ type: 'player:disconnect', playerId: ben })
  await settle()
  await Promise.all(checks)
  expect(checks.length).toBeGreaterThanOrEqual(3)
})

test('[R18] room runner: a view that is asked for has in the log what it shows', async () => {
  const { does, journal, runner, clock, of } = await openRound()
  does(draws(ada, 0))
  clock.advance(1)
  does(draws(ada, 2))
  const view = runner.view()
  const shown = runner.room
  expect(view.sequence).toBe(2)
  expect(of('progress').map(({ message }) => message.sequence)).toEqual([1, 2])
  expect(await stored(createMemoryJournal(journal))).toEqual(shown)
})

test('[R18] room runner: a round in which nobody draws loses at most a second to a kill', async () => {
  const { clock, journal, runner } = await openRound()
  const lostMs = async () => {
    for await (const room of journal.readAll()) return clock.now() - (replay(room)?.at ?? 0)
    return Number.POSITIVE_INFINITY
  }
  for (let passed = 0; passed < 5_000; passed += 250) {
    clock.advance(250)
    expect(await lostMs()).toBeLessThanOrEqual(1_000)
  }
  expect(runner.room.phase.name).toBe('drawing')
})

test('room runner: a lobby sleeps, and a game wakes it at each deadline to its end', async () => {
  const { does, clock, recordWriter, runner } = openRoom({}, { ...defaultRoomSettings, rounds: 1 })
  does(joins(ada))
  expect(clock.waiting).toBe(0)
  does(starts(ada))
  clock.advance(settings.countdownMs)
  for (let turns = 0; runner.room.phase.name !== 'finished' && turns < 200; turns++) {
    clock.advance(1_000)
    await settle()
  }
  expect(recordWriter.rounds).toHaveLength(1)
  expect(recordWriter.games.map(({ id }) => id)).toEqual([gameId])
  does({ type: 'player:leave', playerId: ada })
  expect(clock.waiting).toBe(0)
})

test('room runner: who is sent away, sends an emote or leaves last is told by the broadcaster, and the log of the room goes', async () => {
  const { does, sent, emptied, journal, runner, parts } = openRoom()
  does(joins(ada), joins(ben, 'Ben'))
  expect(does({ type: 'emote:send', playerId: ada, emote: 'wow' })).toEqual([undefined])
  does({ type: 'player:kick', playerId: ada, target: ben }, { type: 'player:leave', playerId: ada })
  expect(sent).toEqual([
    { type: 'emote', playerId: ada, emote: 'wow' },
    { type: 'remove', playerId: ben, reason: 'kicked' },
    { type: 'remove', playerId: ada, reason: 'left' },
    { type: 'close', code },
  ])
  expect(emptied()).toBe(1)
  await settle()
  expect(await stored(parts.journal)).toBeUndefined()
  expect(journal.rooms.size).toBe(0)
  expect(runner.submit(joins(ada))).toBe('no-such-room')
  await settle()
  expect(sent).toHaveLength(4)
})

test('room runner: a refusal is the answer, and changes neither room nor log nor view', async () => {
  const { does, sent, journal, runner } = openRoom()
  does(joins(ada), joins(ben, 'Ben'))
  await settle()
  sent.splice(0)
  const before = JSON.stringify([...journal.rooms])
  const { room } = runner
  expect(does({ type: 'player:kick', playerId: ben, target: ada })).toEqual(['not-host'])
  await settle()
  expect(runner.room).toBe(room)
  expect(JSON.stringify([...journal.rooms])).toBe(before)
  expect(sent).toEqual([])
})

test('[R18] room runner: one that closes has flushed its room, refuses as a server that closes, and stops its clock', async () => {
  const { does, clock, journal, runner, sent } = await openRound()
  does(draws(ada, 0))
  clock.advance(1)
  does(draws(ben, 0))
  clock.advance(5)
  runner.close()
  expect(await stored(journal)).toEqual(runner.room)
  for await (const room of journal.readAll()) expect(replay(room)?.at).toBe(clock.now())
  expect(runner.submit(joins(cyd, 'Cyd'))).toBe('server-closing')
  expect(clock.waiting).toBe(0)
  const inks = sent.flatMap((each) => (each.type === 'progress' ? each.message.changes : []))
  expect(inks.map(({ canvas }) => canvas)).toEqual([0, 1])
  sent.splice(0)
  runner.close()
  await settle()
  expect(sent).toEqual([])
})

test('room runner: an error in one moment is logged, and the room goes on with its next command', async () => {
  const { does, errors, parts, clock, of } = await openRound()
  const { view } = parts.broadcaster
  parts.broadcaster.view = () => {
    throw new Error('a socket broke')
  }
  does({ type: 'player:disconnect', playerId: ben })
  await settle()
  expect(errors).toEqual(['A room could not go on'])
  parts.broadcaster.view = view
  does(joins(ben, 'Ben'))
  await settle()
  expect(of('view')).toHaveLength(1)
  clock.advance(settings.inkBatchMs)
  expect(errors).toHaveLength(1)
})

test('room runner: a public room begins its next game by itself, with an identity, a seed and the judge of the day', async () => {
  const { does, clock, runner } = openRoom({}, { ...defaultRoomSettings, isPublic: true })
  does(joins(ada), joins(ben, 'Ben'))
  const { startsAt } = runner.room
  if (startsAt === null) throw new Error('it waits for somebody to start it')
  clock.advance(startsAt - clock.now())
  expect(runner.room.phase.name).toBe('countdown')
  expect(runner.room.game).toMatchObject({ judge, id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
})

test('[R25] room runner: ghosts are searched once at a time, and people do not wait for the search', async () => {
  const searches: unknown[] = []
  const findGhosts = (search: unknown) => {
    searches.push(search)
    return new Promise<never>(() => {})
  }
  const quickPlay = { ...createMemoryQuickPlay(), findGhosts }
  const { does, clock, runner } = openRoom({ quickPlay }, { ...defaultRoomSettings, isPublic: true })
  does(joins(ada))
  clock.advance(3 * settings.ghostsAfterMs)
  await settle()
  expect([searches.length, runner.room.phase.name]).toEqual([1, 'lobby'])
  does(joins(ben, 'Ben'))
  clock.advance(settings.publicStartMs)
  await settle()
  expect([searches.length, runner.room.phase.name]).toEqual([1, 'countdown'])
})

test('[R19] room runner: who is ready for the next round is told apart from the view', async () => {
  const { does, clock, runner, of } = await openRound()
  for (let turns = 0; runner.room.phase.name !== 'reveal' && turns < 200; turns++) clock.advance(1_000)
  await settle()
  const views = of('view').length
  does({ type: 'round:ready', playerId: ada, round: 0 })
  await settle()
  expect(of('ready')).toEqual([{ type: 'ready', playerId: ada }])
  expect(of('view')).toHaveLength(views)
})

test('room runner: records that are on their way keep the log that knows of them', async () => {
  let arrive = () => {}
  const writing = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const { parts, journal, clock, runner } = await openRound()
  parts.recordWriter.writeRound = () => writing
  const generations = () => journal.rooms.get(code)?.length
  for (let turns = 0; runner.room.game?.round === 0 && turns < 200; turns++) clock.advance(1_000)
  await settle()
  expect(generations()).toBe(2)
  arrive()
  await settle()
  expect(generations()).toBe(1)
})

test('[R18] room runner: a judge’s question that was open when the server was killed is asked again', async () => {
  const first = await openRound({
    classifier: { ...createRoomParts().parts.classifier, classify: () => new Promise<never>(() => {}) },
  })
  first.does(draws(ada, 0))
  const { room } = first.runner
  const { parts, of, clock } = createRoomParts()
  clock.advance(first.clock.now() - clock.now())
  createRoomRunner(room, parts, () => {})
  await settle()
  clock.advance(settings.inkBatchMs)
  const changes = of('progress').flatMap(({ message }) => message.changes)
  expect(changes).toMatchObject([{ type: 'guess:made', canvas: 0, guess: { opCount: 2 } }])
})

test('[R33] fool: each player is sent a room of their own, with their digit and nobody else’s, and all others one without', async () => {
  const room = openRoom({}, { ...defaultRoomSettings, mode: 'fool' })
  room.does(joins(ada), joins(ben, 'Ben'), starts(ada))
  room.clock.advance(settings.countdownMs)
  await settle()
  const { canvases } = room.runner.room.phase as PhaseOf<'drawing'>
  const views = room.of('viewEach').at(-1)?.views
  const promptsIn = (view: RoomView | null | undefined) =>
    view?.phase.name === 'drawing' ? view.phase.canvases.map(({ prompt }) => prompt) : []
  const [ofAda, ofBen] = canvases.map(({ drawings }) => drawings[0]?.prompt)
  expect(promptsIn(views?.own.get(ada))).toEqual([ofAda, null])
  expect(promptsIn(views?.own.get(ben))).toEqual([null, ofBen])
  expect(promptsIn(views?.all)).toEqual([null, null])
  expect(room.runner.view(ben)).toEqual(views?.own.get(ben))
})

test('[R33] [P2] fool: nothing is sent, and nothing numbered, when somebody else draws on', async () => {
  const room = openRoom({}, { ...defaultRoomSettings, mode: 'fool' })
  room.does(joins(ada), joins(ben, 'Ben'), starts(ada))
  room.clock.advance(settings.countdownMs)
  await settle()
  for (const from of [0, 2, 4]) {
    room.does(draws(ada, from))
    room.clock.advance(settings.inkBatchMs)
    await settle()
  }
  const told = room.of('progressEach').map(({ messages }) => messages)
  expect(told.length).toBeGreaterThanOrEqual(3)
  const numbersOf = (messages: (ServerMessage<'drawing:progressed'> | null | undefined)[]) =>
    messages.flatMap((message) => message?.sequence ?? [])
  const ofBen = told.map(({ own }) => own.get(ben))
  expect(numbersOf(ofBen)).toEqual([1])
  expect(ofBen.flatMap((message) => message?.changes ?? [])).toMatchObject([
    { type: 'cover:changed', canvas: 0, cover: { isBegun: true } },
  ])
  expect(numbersOf(told.map(({ all }) => all))).toEqual([1])
  const ofAda = numbersOf(told.map(({ own }) => own.get(ada)))
  expect(ofAda).toEqual(ofAda.map((_, at) => at + 1))
  expect([room.runner.view(ben).sequence, room.runner.view().sequence]).toEqual([1, 1])
  room.does({ type: 'player:disconnect', playerId: ben })
  await settle()
  const views = room.of('viewEach').at(-1)?.views
  const inAda = numbersOf(room.of('progressEach').map(({ messages }) => messages.own.get(ada)))
  expect([views?.own.get(ada), views?.own.get(ben), views?.all].map((view) => view?.sequence)).toEqual([
    inAda.length,
    1,
    1,
  ])
  expect(inAda.length).toBeGreaterThan(1)
})

test('[R30] [R34] vote: its voter is told that it counts, and everybody how many have voted on all that they were asked', async () => {
  const room = openRoom({}, { ...defaultRoomSettings, mode: 'fool' })
  room.does(joins(ada), joins(ben, 'Ben'), starts(ada))
  room.clock.advance(settings.countdownMs)
  room.does(draws(ada, 0), draws(ben, 0))
  await settle()
  const isOver = { type: 'round:ready', round: 0 } as const
  room.does({ ...isOver, playerId: ada }, { ...isOver, playerId: ben })
  room.clock.advance(settings.judgingMs)
  await settle()
  expect(room.runner.room.phase.name).toBe('voting')
  const votes = (entry: number, label: number) =>
    room.does({ type: 'vote:cast', playerId: ada, round: 0, entry, label })
  votes(1, 3)
  expect(room.of('vote')).toEqual([{ type: 'vote', playerId: ada, entry: 1 }])
  expect(room.of('voters')).toEqual([])
  votes(0, 3)
  votes(0, 4)
  expect(room.of('voters')).toEqual([{ type: 'voters', voted: 1, voters: 2 }])
})
