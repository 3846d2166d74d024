import { expect, test } from 'vitest'
import { decodeInk, encodeInk } from '#game/drawing/ink-codec'
import { roomView } from '#game/protocol/server-messages'
import { settings } from '#game/settings'
import { ghostId, ghostsOf } from '#game/testing/ghosts'
import { ada, answer, ben, cyd, draw, lift, Story } from '#game/testing/stories'
import { ghostsFor } from './public-start'
import { viewRoom } from './view'

const chosen = { rounds: 2, roundSeconds: 10 } as const
const race = ghostsOf(chosen)
const [first, second] = race.racers[0]?.rounds ?? []

function racing(more: Partial<Story['room']['settings']> = {}): Story {
  const story = new Story({ ...chosen, ...more })
  story.joins(ada)
  expect(story.starts(ada, undefined, race)).toBeUndefined()
  return story.reaches('drawing')
}

const viewOf = (story: Story) => roomView.parse(viewRoom(story.room, 0, story.now))

function canvasesOf(story: Story) {
  const { phase } = viewOf(story)
  return 'canvases' in phase ? phase.canvases : []
}

test('[R25] who is alone in a public room for a while is due to race ghosts; with others the room waits for people', () => {
  const story = new Story({ isPublic: true })
  story.joins(ada)
  expect(viewOf(story)).toMatchObject({
    startsAt: story.now + settings.ghostsAfterMs,
    startsWithGhosts: true,
  })
  story.waits(settings.ghostsAfterMs - 1)
  expect(story.saw('game:due')).toHaveLength(0)
  story.waits(1)
  expect(story.saw('game:due')).toHaveLength(1)
  story.joins(ben)
  expect(viewOf(story)).toMatchObject({
    startsAt: story.now + settings.publicStartMs,
    startsWithGhosts: false,
  })
  story.leaves(ben)
  expect(viewOf(story)).toMatchObject({ startsAt: story.now + settings.ghostsAfterMs })
})

test('[R25] where there are no ghosts nobody is kept waiting for them, until others have come and gone', () => {
  const story = new Story({ isPublic: true })
  story.joins(ada)
  story.does({ type: 'ghosts:none' })
  expect(viewOf(story)).toMatchObject({ isWithoutGhosts: true, startsAt: null })
  story.joins(ben)
  expect(viewOf(story).startsAt).toBe(story.now + settings.publicStartMs)
  story.starts(ada)
  story.reaches('drawing')
  expect(story.does({ type: 'ghosts:none' })).toBeUndefined()
  expect(viewOf(story).isWithoutGhosts).toBe(false)
})

test('[R25] that there are no ghosts is said of one player: for the next who is there alone they are looked for again', () => {
  const story = new Story({ isPublic: true })
  story.joins(ada)
  story.does({ type: 'ghosts:none' })
  story.does({ type: 'player:disconnect', playerId: ada })
  story.joins(ben)
  const forBen = {
    isWithoutGhosts: false,
    startsAt: story.now + settings.ghostsAfterMs,
    startsWithGhosts: true,
  }
  expect(viewOf(story)).toMatchObject(forBen)
  expect(ghostsFor(story.room)).toEqual({ kind: 'others', playerId: ben })
})

test('[R25] ghosts are for who plays alone, not for a host who watches', () => {
  const story = new Story({ isPublic: true })
  story.joins(ada, true)
  story.joins(ben)
  expect(story.room.hostId).toBe(ada)
  expect(ghostsFor(story.room)).toEqual({ kind: 'others', playerId: ben })
})

test('[R25] ghosts are for who is alone: with somebody else there no game begins against them', () => {
  const story = new Story(chosen)
  for (const id of [ada, ben]) story.joins(id)
  expect(story.starts(ada, undefined, race)).toBe('not-now')
  expect(story.room.phase.name).toBe('lobby')
})

test('[R26] a ghost draws as it drew: its prompt is that of the round, its ink and lock come at their times', () => {
  const story = racing()
  expect(story.promptOf(ada)).toBe(first?.[0]?.prompt)
  expect(canvasesOf(story)).toMatchObject([
    { players: [ada] },
    { players: [ghostId], inkText: '', lock: null },
  ])
  story.waits(499)
  expect(canvasesOf(story)[1]).toMatchObject({ inkText: '', points: 0 })
  story.waits(settings.ghostStepMs)
  expect(canvasesOf(story)[1]).toMatchObject({ inkText: first?.[0]?.ink, lock: null })
  story.waits(settings.lockHoldMs + settings.ghostStepMs)
  const points = first?.[0]?.points
  expect(canvasesOf(story)[1]).toMatchObject({ lock: first?.[0]?.lock, points })
  const told = [...story.saw('ink:added'), ...story.saw('guess:made'), ...story.saw('drawing:locked')]
  expect(told.every(({ canvas }) => canvas === 1)).toBe(true)
  expect(story.saw('ink:added').map(({ from }) => from)).toEqual([0, 1])
  expect(story.saw('drawing:locked')).toEqual([
    { type: 'drawing:locked', canvas: 1, drawing: 0, lock: first?.[0]?.lock, points },
  ])
})

test('[R26] a ghost whose player left the stored game has no canvas in the rounds after that', () => {
  const [racer] = race.racers
  if (!racer) throw new Error('nobody races')
  const story = new Story(chosen)
  story.joins(ada)
  story.starts(ada, undefined, { ...race, racers: [{ ...racer, rounds: [racer.rounds[0] ?? [], []] }] })
  expect(canvasesOf(story.reaches('drawing'))).toHaveLength(2)
  story.reaches('reveal').reaches('drawing')
  expect(canvasesOf(story).map(({ players }) => players)).toEqual([[ada]])
})

test('[R26] what a ghost did in the very moment of a step happens in it, and once', () => {
  const [racer] = race.racers
  if (!racer || !first?.[0]) throw new Error('nobody races')
  const step = settings.ghostStepMs
  const ink = encodeInk([
    { ...draw(), atMs: step },
    { ...lift, atMs: 3 * step },
  ])
  const guesses = [{ opCount: 1, thousandths: answer(first[0].prompt, 400) }]
  const drawn = { ...first[0], ink, guesses, lock: null, points: 0, isByKeyboard: true }
  const story = new Story(chosen)
  story.joins(ada)
  story.starts(ada, undefined, { ...race, racers: [{ ...racer, rounds: [[drawn]] }] })
  story.reaches('drawing')
  const ops = () => story.saw('ink:added').flatMap(({ ops }) => ops.map(({ kind }) => kind))
  story.waits(step)
  expect(ops()).toEqual(['draw'])
  expect(canvasesOf(story)[1]).toMatchObject({ guess: { opCount: 1 }, isByKeyboard: true })
  story.waits(2 * step - 1)
  expect(ops()).toEqual(['draw'])
  story.waits(1)
  expect(ops()).toEqual(['draw', 'lift'])
  expect(canvasesOf(story)[1]?.inkText).toBe(ink)
  story.waits(20 * step)
  expect(ops()).toEqual(['draw', 'lift'])
})

test('[R26] [S2] a ghost that went on writing is shown to lock when it lifted the pen, and no sooner', () => {
  const [racer] = race.racers
  const [record] = first ?? []
  if (!racer || !record) throw new Error('no ghost')
  const [stroke] = decodeInk(record.ink)
  if (stroke?.kind !== 'draw' || !record.lock) throw new Error('it drew nothing')
  const liftedMs = stroke.atMs + 2_000
  const longer = { ...record, ink: encodeInk([stroke, { kind: 'lift', atMs: liftedMs }]) }
  const story = new Story(chosen)
  story.joins(ada)
  story.starts(ada, undefined, { ...race, racers: [{ ...racer, rounds: [[longer]] }] })
  story.reaches('drawing').waits(liftedMs - 1)
  expect(canvasesOf(story)[1]).toMatchObject({ lock: null })
  story.waits(settings.ghostStepMs)
  expect(canvasesOf(story)[1]).toMatchObject({ lock: record.lock })
})

test('[R26] in a rush a ghost goes on from prompt to prompt as it did', () => {
  const rush = ghostsOf({ mode: 'rush', roundSeconds: 30 })
  const story = new Story({ mode: 'rush', roundSeconds: 30 })
  story.joins(ada)
  story.starts(ada, undefined, rush)
  story.reaches('drawing').waits(1_000)
  const [one, two] = rush.racers[0]?.rounds[0] ?? []
  expect(canvasesOf(story)[1]).toMatchObject({
    ...{ drawing: 1, prompt: two?.prompt, promptAtMs: two?.promptAtMs },
    ...{ inkText: '', points: one?.points, lock: null },
  })
})

test('[R26] late ink of a drawing that was recognised does not fall on the next one', () => {
  const rush = ghostsOf({ mode: 'rush', roundSeconds: 30 })
  const [racer] = rush.racers
  const [one, two] = racer?.rounds[0] ?? []
  if (!racer || !one || !two) throw new Error('nobody races')
  const ink = encodeInk([
    { ...draw(), atMs: 500 },
    { ...lift, atMs: two.promptAtMs + 300 },
  ])
  const rounds = [[{ ...one, ink }, two]]
  const story = new Story({ mode: 'rush', roundSeconds: 30 })
  story.joins(ada)
  story.starts(ada, undefined, { ...rush, racers: [{ ...racer, rounds }] })
  story.reaches('drawing').waits(two.promptAtMs + 1_000)
  expect(canvasesOf(story)[1]).toMatchObject({ drawing: 1, inkText: '', guess: null })
  expect(story.saw('ink:added').every(({ drawing }) => drawing === 0)).toBe(true)
})

test('[R26] in a rush the points of a ghost add up, lock by lock', () => {
  const rush = ghostsOf({ mode: 'rush', roundSeconds: 30 })
  const [racer] = rush.racers
  const [one, two] = racer?.rounds[0] ?? []
  if (!racer || !one || !two) throw new Error('nobody races')
  const story = new Story({ mode: 'rush', roundSeconds: 30 })
  story.joins(ada)
  const ink = encodeInk(decodeInk(one.ink).map((op) => ({ ...op, atMs: op.atMs + two.promptAtMs })))
  const rounds = [[one, { ...two, ink, lock: one.lock, points: 300 }]]
  story.starts(ada, undefined, { ...rush, racers: [{ ...racer, rounds }] })
  story.reaches('drawing').waits(5_000)
  expect(canvasesOf(story)[1]).toMatchObject({ drawing: 1, points: one.points + 300 })
})

test('[R26] the points of a ghost are those it had, in the reveal and in all standings', () => {
  const story = racing()
  story.locks(ada, 2_000)
  story.reaches('reveal')
  const { phase } = viewOf(story)
  if (phase.name !== 'reveal') throw new Error(phase.name)
  expect(phase.drawings.map(({ canvas, players: [player] }) => [canvas, player?.id])).toEqual([
    [0, ada],
    [1, ghostId],
  ])
  expect(phase.drawings[1]).toMatchObject({ points: first?.[0]?.points, inkText: first?.[0]?.ink })
  expect(phase.tally.map(({ playerId, rank, score }) => [playerId, rank, score])).toEqual([
    [ghostId, 1, first?.[0]?.points],
    [ada, 2, phase.drawings[0]?.points],
  ])
  story.reaches('finished')
  const podium = viewOf(story).phase
  if (podium.name !== 'finished') throw new Error(podium.name)
  expect(podium.standings[0]).toMatchObject({
    ...{ playerId: ghostId, name: '👻 Ben' },
    rounds: [first?.[0]?.points, second?.[0]?.points],
  })
})

test('[R26] nothing waits for a ghost, and it is in no record', () => {
  const story = racing()
  story.locks(ada, 100)
  story.waits(settings.lockHoldMs + settings.penFinishMs)
  expect(story.room.phase.name).toBe('judging')
  story.reaches('reveal')
  story.waits(settings.leastRevealMs)
  story.does({ type: 'round:ready', playerId: ada, round: 0 })
  expect(story.room.phase.name).toBe('countdown')
  story.reaches('finished')
  expect(JSON.stringify([...story.saw('round:finished'), ...story.saw('game:finished')])).not.toContain(
    ghostId,
  )
  expect(story.saw('game:finished')[0]?.record).toMatchObject({
    ghosts: race.source,
    standings: [{ player: { id: ada }, rank: 1 }],
  })
  expect(story.does({ type: 'rematch:ask', playerId: ada })).toBeUndefined()
  expect(story.saw('game:due')).toHaveLength(1)
})

test('[R35] ghosts: the stored game that they come from is told nobody who still has its digits to draw', () => {
  const story = racing()
  expect(JSON.stringify(viewRoom(story.room, 0, story.now))).not.toContain(race.source)
  story.reaches('finished')
  expect(story.saw('game:finished').map(({ record }) => record.ghosts)).toEqual([race.source])
})

test('[R26] a ghost has an ink of its own and no seat', () => {
  const story = racing()
  const { seats, ghosts } = viewOf(story)
  expect(seats.map(({ id }) => id)).toEqual([ada])
  expect(ghosts).toMatchObject({
    kind: 'others',
    seats: [{ id: ghostId, name: '👻 Ben' }],
  })
  expect(ghosts?.seats[0]?.colour).not.toBe(seats[0]?.colour)
  expect(story.does({ type: 'player:kick', playerId: ada, target: ghostId })).toBe('no-such-player')
})

test('[R26] two ghosts of one ink are shown in two', () => {
  const [racer] = race.racers
  if (!racer) throw new Error('nobody races')
  const twin = { ...racer, player: { ...racer.player, id: cyd } }
  const story = new Story(chosen)
  story.joins(ada)
  story.starts(ada, undefined, { ...race, racers: [racer, twin] })
  const { seats, ghosts } = viewOf(story)
  const colours = [...seats, ...(ghosts?.seats ?? [])].map(({ colour }) => colour)
  expect(new Set(colours).size).toBe(3)
})

test('[R25] that there were no ghosts is forgotten when a game begins', () => {
  const story = new Story({ isPublic: true, rounds: 1 })
  story.joins(ada)
  story.does({ type: 'ghosts:none' })
  story.starts(ada)
  expect(viewOf(story).isWithoutGhosts).toBe(false)
})

test('[R25] ghosts make way for people from the next round on, and keep what they had', () => {
  const story = racing({ isPublic: true })
  story.joins(cyd)
  expect(canvasesOf(story).map(({ players }) => players)).toEqual([[ada], [ghostId]])
  story.reaches('reveal').reaches('drawing')
  expect(canvasesOf(story).map(({ players }) => players)).toEqual([[ada], [cyd]])
  story.reaches('finished')
  const { phase } = viewOf(story)
  if (phase.name !== 'finished') throw new Error(phase.name)
  const ghost = phase.standings.find(({ playerId }) => playerId === ghostId)
  expect(ghost?.rounds).toEqual([first?.[0]?.points, null])
})

test('[S12] a game against ghosts is for fun: somebody has drawn its digits before', () => {
  const story = racing()
  story.locks(ada, 1)
  story.reaches('finished')
  const record = story.saw('game:finished')[0]?.record
  expect(record?.standings[0]?.heldFor).toBeUndefined()
  expect(story.room.game?.rounds.every(({ evidence }) => evidence.length === 0)).toBe(true)
})

test('[R18] a restart in the middle of a round gives ghosts back where they were', () => {
  const story = racing()
  story.waits(600)
  const before = canvasesOf(story)
  story.restarts(60_000)
  expect(canvasesOf(story)).toEqual(before)
  story.joins(ada)
  story.waits(settings.lockHoldMs + settings.ghostStepMs)
  expect(canvasesOf(story)[1]?.lock).toEqual(first?.[0]?.lock)
})
