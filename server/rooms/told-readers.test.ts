import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '#game/drawing/ink'
import { defaultRoomSettings, nobody, type PlayerId, type RoomSettings } from '#game/protocol/scalars'
import { roomView } from '#game/protocol/server-messages'
import type { Command } from '#game/room/command'
import { type Canvas, newRoom, type PhaseName } from '#game/room/room'
import { ada, ben, cyd, dot, draw, lift, point } from '#game/testing/stories'
import { createRoomParts, type Sent, settle } from '#server/testing/room-parts'
import { createScriptedClassifier } from '#server/testing/scripted-classifier'
import { inkPointsIn, valuesOf } from '#server/testing/told-values'
import { createRoomRunner } from './room-runner'

const players = [ada, ben, cyd]
const eve = '00000000-0000-4000-8000-00000000000e'
/** Three play; one comes while they draw, one only watches, and a TV is nobody. */
const readers = [...players, dot, eve, nobody]
const judge = { version: 'digits-v1', engine: 'wasm' } as const
const gameId = '00000000-0000-4000-8000-0000000000ff'

const seeds = fc.bigInt({ min: 2n ** 32n, max: 2n ** 53n - 1n }).map(Number)
const kinds: [string, Partial<RoomSettings>][] = [
  ['fool', { mode: 'fool' }],
  ['race of sums', { mode: 'race', sums: 'hard' }],
  ['rush of sums', { mode: 'rush', sums: 'easy', roundSeconds: 30 }],
]

/** All that a reader has been sent, as it goes out. */
function heardBy(reader: PlayerId, sent: readonly Sent[]): unknown[] {
  return sent.flatMap((each): unknown[] => {
    switch (each.type) {
      case 'view':
        return [each.view]
      case 'progress':
        return [each.message]
      case 'viewEach':
        return [each.views.own.has(reader) ? each.views.own.get(reader) : each.views.all]
      case 'progressEach':
        return [each.messages.own.has(reader) ? each.messages.own.get(reader) : each.messages.all]
      case 'vote':
      case 'resultHeld':
      case 'remove':
        return each.playerId === reader ? [each] : []
      default:
        return [each]
    }
  })
}

/** Each player draws in a strip of the pad of their own, so that ink tells whose it is. */
const stripOf = (player: PlayerId) => 100 + 250 * players.indexOf(player)
const isIn = (player: PlayerId) => (point: Point) =>
  point.x >= stripOf(player) && point.x < stripOf(player) + 100

async function play(settings: Partial<RoomSettings>, seed: number) {
  const classifier = createScriptedClassifier(() => 7)
  const { parts, sent, clock } = createRoomParts({ classifier })
  const room = newRoom('CDFGH', { ...defaultRoomSettings, rounds: 2, ...settings })
  const runner = createRoomRunner(room, parts, () => {})
  const does = (command: Command) => runner.submit(command)
  const joins = (playerId: PlayerId, isSpectator = false) =>
    does({ type: 'player:join', playerId, name: playerId.slice(-1), colour: 0, isSpectator })
  const reaches = async (name: PhaseName) => {
    for (let turns = 0; runner.room.phase.name !== name && turns < 2_000; turns++) clock.advance(50)
    await settle()
    expect(runner.room.phase.name).toBe(name)
  }
  /** What was sent since the last time. */
  const hear = () => {
    const heard = sent.splice(0)
    return (reader: PlayerId) => JSON.parse(JSON.stringify(heardBy(reader, heard)))
  }
  async function drawAll() {
    for (const [at, y] of [100, 300, 500, 700].entries()) {
      for (const playerId of players) {
        const x = stripOf(playerId)
        const ops = [draw(point(x + 20, y), point(x + 80, y + 90)), ...(at === 3 ? [lift] : [])]
        const [round, from] = [runner.room.game?.round ?? 0, at]
        const lagMs = 0
        does({ type: 'ink:add', playerId, round, drawing: 0, from, ops, isByKeyboard: false, lagMs })
      }
      clock.advance(60)
      await settle()
    }
  }
  for (const each of players) joins(each)
  joins(eve, true)
  does({ type: 'game:start', playerId: ada, gameId, seed, judge })
  await settle()
  return { runner, does, joins, reaches, hear, drawAll }
}

function canvasesOf({ phase }: ReturnType<typeof newRoom>): readonly Canvas[] {
  return 'canvases' in phase ? phase.canvases : []
}

test.each(kinds)(
  '[R33] %s: while they draw, nobody is sent ink, answers of the judge or prompts but of their own canvas, whatever the seed',
  async (_, settings) => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { runner, joins, reaches, hear, drawAll } = await play(settings, seed)
        hear()
        await reaches('drawing')
        await drawAll()
        joins(dot)
        await settle()
        const heard = hear()
        const canvases = canvasesOf(runner.room)
        for (const reader of readers) {
          const told = heard(reader)
          const own = canvases.findIndex(({ players }) => players.includes(reader))
          const points = inkPointsIn(told)
          expect(points.length > 0).toBe(own >= 0)
          expect(points.every(isIn(reader))).toBe(true)
          const changes = valuesOf('changes', told).flat() as { type: string; canvas: number }[]
          for (const { type, canvas } of changes)
            if (type === 'ink:added' || type === 'guess:made') expect(canvas).toBe(own)
          const views = valuesOf('canvases', told) as Record<string, unknown>[][]
          expect(views.length).toBeGreaterThan(0)
          for (const [at, shown] of views.flatMap((view) => [...view.entries()])) {
            if (at === own) continue
            expect([shown.prompt, shown.guess, shown.inkText]).toEqual([null, null, ''])
            if (settings.mode !== 'race') expect(shown).not.toHaveProperty('sum')
          }
          const digit = canvases[own]?.drawings[0]?.prompt
          const prompts = valuesOf('prompt', told).filter((prompt) => prompt !== null)
          expect(new Set(prompts)).toEqual(new Set(settings.mode === 'fool' && own >= 0 ? [digit] : []))
        }
      }),
      { numRuns: 12 },
    )
  },
)

test('[R34] vote: nobody is told whose a drawing is, what others are asked, who has voted, or what is known of which', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const { runner, does, joins, reaches, hear, drawAll } = await play({ mode: 'fool' }, seed)
      await reaches('drawing')
      await drawAll()
      joins(dot)
      for (const playerId of players) does({ type: 'round:ready', playerId, round: 0 })
      await settle()
      hear()
      await reaches('voting')
      for (const playerId of [ben, ada])
        for (const entry of [2, 0, 1]) does({ type: 'vote:cast', playerId, round: 0, entry, label: 3 })
      joins(eve, true)
      does({ type: 'emote:send', playerId: cyd, emote: 'clap' })
      await settle()
      expect(runner.room.phase.name).toBe('voting')
      const heard = hear()
      const allPapers = readers.map((reader) => {
        const told = heard(reader)
        for (const field of ['voter', 'canvas', 'label', 'digit', 'pen', 'prompt', 'thousandths', 'guess'])
          expect(valuesOf(field, told)).toEqual([])
        const votes = (told as Sent[]).filter(({ type }) => type === 'vote')
        expect(votes).toHaveLength(reader === ada || reader === ben ? 3 : 0)
        expect(valuesOf('voted', told).at(-1)).toBe(2)
        const phases = valuesOf('phase', told) as Record<string, unknown>[]
        for (const { tally: _, ...phase } of phases)
          expect(readers.filter((id) => JSON.stringify(phase).includes(id))).toEqual([])
        const ballots = phases.map(({ ballot }) => ballot as unknown[] | null)
        expect(ballots.every((ballot) => (ballot?.length ?? 0) === (players.includes(reader) ? 3 : 0))).toBe(
          true,
        )
        return phases.at(-1)?.papers as { inkText: string }[]
      })
      expect(new Set(allPapers.map((papers) => JSON.stringify(papers))).size).toBe(1)
    }),
    { numRuns: 12 },
  )
})

test('[R34] vote: a place among the papers tells neither whose a drawing is nor which are made up', async () => {
  const places = new Map<string, Set<number>>()
  for (let seed = 0; seed < 40; seed++) {
    const { runner, reaches, drawAll } = await play({ mode: 'fool' }, 2 ** 40 + seed)
    await reaches('drawing')
    await drawAll()
    await reaches('voting')
    const { phase } = runner.view(ada)
    if (phase.name !== 'voting') throw new Error(phase.name)
    for (const [place, paper] of phase.papers.entries()) {
      const whose = players.find((player) => inkPointsIn(paper).every(isIn(player))) ?? 'made up'
      places.set(whose, (places.get(whose) ?? new Set()).add(place))
    }
  }
  expect([...places.keys()].sort()).toEqual([...players, 'made up'])
  for (const taken of places.values()) expect([...taken].sort()).toEqual([0, 1, 2, 3, 4])
})

const everywhere: typeof kinds = [
  ...kinds,
  ['race', { mode: 'race' }],
  ['public rush', { mode: 'rush', isPublic: true }],
  ['relay', { mode: 'relay' }],
]

test.each(everywhere)(
  '[R35] %s: in every phase each reader is sent what the protocol names and no more, and no digit in a countdown',
  async (_, settings) => {
    const { joins, reaches, hear, drawAll, runner } = await play(settings, 2 ** 44 + 7)
    joins(dot)
    const phases: PhaseName[] = settings.mode === 'fool' ? ['voting', 'reveal'] : ['reveal']
    for (const phase of ['countdown', 'drawing', ...phases, 'finished'] as const) {
      await reaches(phase)
      if (phase === 'drawing') await drawAll()
      const heard = hear()
      for (const reader of readers) {
        const view = runner.view(reader)
        expect(roomView.parse(view)).toEqual(view)
        const told = [...heard(reader), view]
        for (const field of [
          'seed',
          'secret',
          'source',
          'network',
          'arrivals',
          'banned',
          'lostAt',
          'heldFor',
        ])
          expect(valuesOf(field, told)).toEqual([])
        if (phase === 'countdown')
          for (const field of ['prompt', 'sum', 'canvases', 'gameId'])
            expect(valuesOf(field, told)).toEqual([])
        if (phase !== 'finished') expect(JSON.stringify(told)).not.toContain(gameId)
      }
    }
  },
)
