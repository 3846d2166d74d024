import { expect, test } from 'vitest'
import type { InkOp } from '#game/drawing/ink'
import type { CanvasView } from '#game/protocol/canvas-view'
import { defaultRoomSettings } from '#game/protocol/scalars'
import type { RoomView } from '#game/protocol/server-messages'
import { settings } from '#game/settings'
import { noStrokes } from '../../ink/canvas/stroke-state'
import { applyProgress } from './apply-progress'
import { applyView } from './apply-view'
import { eventsBetween, lockRow, type RoomEvent } from './room-events'
import { newRoomState, type RoomState } from './room-state'
import { ann, ben, canvas, draw, guess, joined, lift, told, viewOf } from './testing/views'

const lock = { atMs: 1_500, guessIndex: 2, heldIndex: 4 }
const inGame = { gameStartedAt: 500, round: 0, rounds: 2 }
const both = (own: Partial<CanvasView> = {}, other: Partial<CanvasView> = {}) => [
  canvas(ann, [], own),
  canvas(ben, [], other),
]

function see(view: RoomView, before: RoomState = joined): RoomState {
  return applyView(before, view, 5_000)
}

function drawing(
  canvases: CanvasView[] = both(),
  changed: Partial<RoomView> = {},
  before = joined,
): RoomState {
  return see(viewOf(before.sequence + 1, canvases, changed), before)
}

function inPhase(phase: RoomView['phase'], before: RoomState): RoomState {
  return see({ ...viewOf(before.sequence + 1, []), phase }, before)
}

const typesOf = (events: readonly RoomEvent[]) => events.map(({ type }) => type)

test('room events: who comes into a round is told its prompt, and when its time is over', () => {
  expect(eventsBetween(newRoomState, drawing())).toEqual([
    { type: 'phase:began', phase: 'drawing' },
    { type: 'prompt:shown', prompt: 7, endsAt: 31_000 },
  ])
})

test('room events: a prompt in mid-round ends with the round, and never without a timer', () => {
  const late = drawing(both({ promptAtMs: 12_000 }))
  expect(eventsBetween(joined, late)).toContainEqual({ type: 'prompt:shown', prompt: 7, endsAt: 31_000 })
  const untimed = drawing(both(), { settings: { ...defaultRoomSettings, timer: 'none' } })
  expect(eventsBetween(joined, untimed)).toContainEqual({ type: 'prompt:shown', prompt: 7, endsAt: null })
})

test('room events: a view that changes nothing tells nothing, whatever has happened before', () => {
  const state = drawing(both({ lock, points: 800, wrongLocks: 1 }))
  expect(eventsBetween(state, drawing(both({ lock, points: 800, wrongLocks: 1 }), {}, state))).toEqual([])
  expect(eventsBetween(newRoomState, newRoomState)).toEqual([])
})

test('room events: the same digit is told again when it is asked for again, and when a pause has moved the round', () => {
  const state = drawing()
  const changed = applyProgress(
    state,
    told(state.sequence + 1, { type: 'prompt:changed', canvas: 0, drawing: 1, prompt: 7, promptAtMs: 900 }),
  )
  expect(typesOf(eventsBetween(state, changed))).toEqual(['drawing:changed', 'table:locked', 'prompt:shown'])
  const { phase } = viewOf(0, both())
  const moved = { ...phase, startedAt: 91_000, endsAt: 121_000 } as RoomView['phase']
  expect(typesOf(eventsBetween(state, drawing(both(), { phase: moved }, state)))).toEqual(['prompt:shown'])
})

test('room events: the own lock is told with its time and points, once for each drawing', () => {
  const state = drawing()
  const progressed = (before: RoomState, points: number) =>
    applyProgress(
      before,
      told(before.sequence + 1, { type: 'drawing:locked', canvas: 0, drawing: 0, lock, points }),
    )
  const locked = progressed(state, 800)
  expect(eventsBetween(state, locked)).toEqual([
    { type: 'drawing:locked', atMs: 1_500, points: 800, row: 1 },
    { type: 'table:locked' },
  ])
  const second = drawing(both({ drawing: 1, promptAtMs: 2_000, lock, points: 1_500 }), {}, locked)
  expect(eventsBetween(locked, second)).toContainEqual({
    type: 'drawing:locked',
    atMs: 1_500,
    points: 1_500,
    row: 1,
  })
})

const lockedOn = (canvas: number, drawing: number, points: number) => ({
  type: 'drawing:locked' as const,
  ...{ canvas, drawing, lock, points },
})
const promptOn = (canvas: number, drawing: number) => ({
  type: 'prompt:changed' as const,
  ...{ canvas, drawing, prompt: 3 as const, promptAtMs: 900 * drawing },
})

test('room events: a lock that brings the next digit at once is told before it, with its own points and how many in a row', () => {
  const state = drawing()
  const first = applyProgress(state, told(state.sequence + 1, lockedOn(0, 0, 800), promptOn(0, 1)))
  expect(eventsBetween(state, first)).toMatchObject([
    { type: 'drawing:locked', points: 800, row: 1 },
    { type: 'table:locked' },
    { type: 'prompt:shown', prompt: 3 },
  ])
  const second = applyProgress(first, told(first.sequence + 1, lockedOn(0, 1, 650), promptOn(0, 2)))
  expect(eventsBetween(first, second)[0]).toMatchObject({ type: 'drawing:locked', points: 650, row: 2 })
})

test('room events: a wrong guess ends the row of locks', () => {
  const state = drawing()
  const wrong = { type: 'drawing:wrong-locked' as const, canvas: 0, drawing: 1, wrongLocks: 1 }
  const first = applyProgress(state, told(state.sequence + 1, lockedOn(0, 0, 800), promptOn(0, 1), wrong))
  const second = applyProgress(first, told(first.sequence + 1, lockedOn(0, 1, 500), promptOn(0, 2)))
  expect(eventsBetween(first, second)[0]).toMatchObject({ type: 'drawing:locked', row: 0 })
  const third = applyProgress(second, told(second.sequence + 1, lockedOn(0, 2, 700)))
  expect(eventsBetween(second, third)[0]).toMatchObject({ type: 'drawing:locked', row: 1 })
})

test('room events: a rival’s lock is heard by who plays, and said where there are few', () => {
  const state = drawing()
  const next = applyProgress(state, told(state.sequence + 1, lockedOn(1, 0, 800), promptOn(1, 1)))
  expect(eventsBetween(state, next)).toEqual([
    { type: 'table:locked' },
    { type: 'rival:locked', name: '', isSaid: true },
  ])
  const crowd = drawing([...both(), ...Array.from({ length: 5 }, () => canvas(ben))])
  const later = applyProgress(crowd, told(crowd.sequence + 1, lockedOn(1, 0, 800)))
  expect(eventsBetween(crowd, later)).toContainEqual({ type: 'rival:locked', name: '', isSaid: false })
  const watched = drawing([canvas(ben)])
  const seen = applyProgress(watched, told(watched.sequence + 1, lockedOn(0, 0, 800)))
  expect(typesOf(eventsBetween(watched, seen))).toEqual(['table:locked'])
})

test('room events: a drawing that looks like the prompt and is not drawn like it is told once, when the pen is up, and not after its lock', () => {
  const unlike = { ...guess(2), promptStrokeThousandths: settings.leastStrokeThousandths - 1 }
  const seen = (before: RoomState, ink: InkOp[], own: Partial<CanvasView> = {}) =>
    drawing([canvas(ann, ink, { guess: unlike, ...own }), canvas(ben)], {}, before)
  const state = drawing()
  const down = seen(state, [draw(100, 1, 2)])
  expect(eventsBetween(state, down)).toEqual([])
  const up = seen(down, [draw(100, 1, 2), lift(150)])
  expect(eventsBetween(down, up)).toEqual([{ type: 'drawing:unlike', prompt: 7 }])
  expect(eventsBetween(up, seen(up, [draw(100, 1, 2), lift(150)]))).toEqual([])
  const like = { ...unlike, promptStrokeThousandths: settings.leastStrokeThousandths }
  expect(eventsBetween(down, seen(down, [draw(100, 1, 2), lift(150)], { guess: like }))).toEqual([])
  const locked = seen(down, [draw(100, 1, 2), lift(150)], { lock, points: 500 })
  expect(typesOf(eventsBetween(down, locked))).toEqual(['drawing:locked', 'table:locked'])
})

test('[R29] room events: where nothing locks, nobody is told to draw it otherwise', () => {
  const unlike = { ...guess(2), promptStrokeThousandths: settings.leastStrokeThousandths - 1 }
  const fooling = (before: RoomState, canvases: CanvasView[]) => {
    const view = viewOf(before.sequence + 1, canvases)
    return see({ ...view, phase: { ...view.phase, mode: 'fool' } as RoomView['phase'] }, before)
  }
  const state = fooling(joined, both())
  const up = fooling(state, [canvas(ann, [draw(100, 1, 2), lift(150)], { guess: unlike }), canvas(ben)])
  expect(typesOf(eventsBetween(state, up))).toEqual([])
})

test('room events: a rival’s lock is told by the name of their seat, once; with five rivals or more none is said', () => {
  const seats = [{ id: ben, name: 'Ben', label: 'Ben', colour: 0 }] as unknown as RoomView['seats']
  const state = drawing(both(), { seats })
  const locked = applyProgress(state, told(state.sequence + 1, lockedOn(1, 0, 800)))
  expect(eventsBetween(state, locked)).toContainEqual({ type: 'rival:locked', name: 'Ben', isSaid: true })
  expect(typesOf(eventsBetween(locked, { ...locked, tickMs: 50 }))).toEqual([])
  const isSaidAmong = (rivals: number) => {
    const before = drawing([canvas(ann), ...Array.from({ length: rivals }, () => canvas(ben))])
    const after = applyProgress(before, told(before.sequence + 1, lockedOn(1, 0, 800)))
    return eventsBetween(before, after).some((event) => event.type === 'rival:locked' && event.isSaid)
  }
  expect([3, 4, 5].map(isSaidAmong)).toEqual([true, true, false])
})

test('room events: a prompt is told anew with another end or another digit; a first drawing after others is no change', () => {
  const state = drawing()
  const { phase } = viewOf(0, both())
  const longer = { ...phase, endsAt: 91_000 } as RoomView['phase']
  expect(typesOf(eventsBetween(state, drawing(both(), { phase: longer }, state)))).toEqual(['prompt:shown'])
  expect(typesOf(eventsBetween(state, drawing(both({ prompt: 3 }), {}, state)))).toEqual(['prompt:shown'])
  const third = drawing(both({ drawing: 2 }), {}, state)
  const round = { ...phase, round: 1, startedAt: 61_000 } as RoomView['phase']
  expect(typesOf(eventsBetween(third, drawing(both(), { phase: round }, third)))).toEqual(['prompt:shown'])
})

test('locked drawings: they are kept over the rounds of a game and a view, and begin anew with the next', () => {
  const state = drawing()
  const locked = applyProgress(state, told(state.sequence + 1, lockedOn(0, 0, 800)))
  expect(drawing(both({ lock, points: 800 }), {}, locked).lockedDrawings).toHaveLength(1)
  const { phase } = viewOf(0, both())
  const nextRound = { ...phase, round: 1, startedAt: 60_000 } as RoomView['phase']
  expect(drawing(both(), { phase: nextRound }, locked).lockedDrawings).toHaveLength(1)
  const again = { ...phase, gameStartedAt: 90_000 } as RoomView['phase']
  expect(drawing(both(), { phase: again }, locked).lockedDrawings).toEqual([])
})

test('room events: the lock of somebody else is one at the table, and no own one', () => {
  const state = drawing()
  expect(eventsBetween(state, drawing(both({}, { lock }), {}, state))).toEqual([{ type: 'table:locked' }])
  const next = drawing(both({}, { drawing: 1 }), {}, state)
  expect(eventsBetween(state, next)).toEqual([{ type: 'table:locked' }])
})

test('room events: locks of before somebody came are none at the table now', () => {
  expect(typesOf(eventsBetween(newRoomState, drawing(both({}, { lock }))))).not.toContain('table:locked')
})

test('room events: each wrong lock is told, and none of the drawing before counts', () => {
  const first = drawing(both({ wrongLocks: 1 }))
  expect(typesOf(eventsBetween(joined, first))).toContain('drawing:wrong-locked')
  const second = drawing(both({ wrongLocks: 2 }), {}, first)
  expect(eventsBetween(first, second)).toEqual([{ type: 'drawing:wrong-locked' }])
  const next = drawing(both({ drawing: 1, promptAtMs: 2_000, wrongLocks: 1 }), {}, second)
  expect(typesOf(eventsBetween(second, next))).toContain('drawing:wrong-locked')
  const clean = drawing(both({ drawing: 1, promptAtMs: 2_000 }), {}, second)
  expect(typesOf(eventsBetween(second, clean))).not.toContain('drawing:wrong-locked')
})

test('room events: a pen that comes to somebody is told in a relay, and in no other mode', () => {
  const team = (pen: string) => [canvas(pen, [], { players: [ann, ben] })]
  const inMode = (mode: 'relay' | 'race', pen: string, before?: RoomState) => {
    const { phase } = viewOf(0, team(pen))
    return drawing(team(pen), { phase: { ...phase, mode } as RoomView['phase'] }, before)
  }
  const theirs = inMode('relay', ben)
  expect(typesOf(eventsBetween(joined, theirs))).not.toContain('pen:received')
  const own = inMode('relay', ann, theirs)
  expect(eventsBetween(theirs, own)).toEqual([{ type: 'pen:received' }])
  expect(eventsBetween(own, inMode('relay', ann, own))).toEqual([])
  expect(typesOf(eventsBetween(joined, inMode('race', ann)))).not.toContain('pen:received')
})

test('room events: who watches is told of phases and of the table, and of no prompt', () => {
  const state = drawing([canvas(ben)])
  expect(typesOf(eventsBetween(joined, state))).toEqual(['phase:began'])
  expect(eventsBetween(state, drawing([canvas(ben, [], { lock })], {}, state))).toEqual([
    { type: 'table:locked' },
  ])
})

test('room events: each phase is told when it begins, and a table that is cleared is no lock', () => {
  const state = drawing(both({ lock }, { lock }))
  const { startedAt, endsAt } = { startedAt: 1_000, endsAt: 31_000 }
  const judging = inPhase(
    {
      name: 'judging',
      ...inGame,
      tally: [],
      mode: 'race',
      startedAt,
      endsAt,
      canvases: both({ lock }, { lock }),
    },
    state,
  )
  expect(eventsBetween(state, judging)).toEqual([{ type: 'phase:began', phase: 'judging' }])
  const countdown = inPhase(
    { name: 'countdown', ...inGame, tally: [], mode: 'race', endsAt, totalMs: 3_000 },
    judging,
  )
  expect(eventsBetween(judging, countdown)).toEqual([{ type: 'phase:began', phase: 'countdown' }])
})

const result = (canvas: number, id: string, points: number) => ({
  ...{
    canvas,
    index: 0,
    players: [{ id, name: 'A', colour: 0 }],
    prompt: 7,
    promptAtMs: 0,
    inkText: '',
    guesses: [],
  },
  ...{ lock: null, wrongLocks: 0, points, speed: 0, cleanness: 0, lagCreditMs: 0, isByKeyboard: false },
})

test('room events: a round that is revealed has the points of all own drawings, and none for who only watched', () => {
  const state = drawing()
  const reveal = (drawings: ReturnType<typeof result>[]) =>
    inPhase(
      {
        name: 'reveal',
        ...inGame,
        tally: [],
        mode: 'rush',
        endsAt: 40_000,
        totalMs: 6_000,
        drawings,
        ready: [],
      },
      state,
    )
  const played = reveal([result(0, ann, 700), result(1, ben, 900), result(0, ann, 150)])
  expect(eventsBetween(state, played)).toEqual([
    { type: 'phase:began', phase: 'reveal' },
    { type: 'round:revealed', points: 850 },
  ])
  expect(typesOf(eventsBetween(state, reveal([result(1, ben, 900)])))).toEqual(['phase:began'])
})

test('room events: a game that is over brings its standings, once', () => {
  const standings = [
    {
      ...{ playerId: ann, name: 'Ann', colour: 0, score: 700, rank: 1, locks: 1, lockMs: 900 },
      ...{ isByKeyboard: false, team: null, rounds: [700] },
    },
  ]
  const state = drawing()
  const finished = {
    ...{ name: 'finished' as const, ...inGame, mode: 'race' as const, finishedAt: 50_000, standings },
    gameId: '00000000-0000-4000-8000-00000000000f',
    rematch: [],
  }
  const over = inPhase(finished, state)
  expect(eventsBetween(state, over)).toEqual([
    { type: 'phase:began', phase: 'finished' },
    { type: 'game:finished', standings },
  ])
  expect(eventsBetween(over, inPhase(finished, over))).toEqual([])
})

const lockedIn = (round: number, wrongLocks = 0) => ({
  ...{ round, drawing: 0, prompt: 7 as const, lockMs: 900, points: 500, wrongLocks, strokeState: noStrokes },
})

test.each([
  ['nothing locked yet', [], 0],
  ['each round', [lockedIn(0), lockedIn(1), lockedIn(2)], 3],
  ['many in one round', [lockedIn(0), lockedIn(0), lockedIn(0)], 3],
  ['one round left out', [lockedIn(0), lockedIn(2), lockedIn(3)], 2],
  ['a wrong guess before the last', [lockedIn(0), lockedIn(1, 1), lockedIn(2)], 1],
  ['a wrong guess on the last', [lockedIn(0), lockedIn(1), lockedIn(2, 1)], 0],
] as const)('lock row: %s', (_, lockedDrawings, row) => {
  expect(lockRow(lockedDrawings)).toBe(row)
})
