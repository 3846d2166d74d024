import { expect, test } from 'vitest'
import { handOf } from '#game/drawing/hands'
import { strokesOf } from '#game/drawing/ink'
import { settings } from '#game/settings'
import { ada, ben, cyd, draw, lift, point, Story } from '#game/testing/stories'
import { endStroke } from './pass-pen'
import { viewRoom } from './view'

function relay(...players: string[]): Story {
  const story = new Story({ mode: 'relay', roundSeconds: 60 })
  for (const player of players) story.joins(player)
  story.starts(players[0] ?? ada)
  return story.reaches('drawing')
}

const penOf = (story: Story) => story.canvasOf(ada).canvas?.pen ?? ''
const other = (pen: string) => (pen === ada ? ben : ada)

test('[R23] a pen that rests goes on to the next, after each one’s full time', () => {
  const story = relay(ada, ben)
  const first = penOf(story)
  story.waits(settings.penIdleMs - 1)
  expect(penOf(story)).toBe(first)
  story.waits(1)
  expect(penOf(story)).toBe(other(first))
  story.waits(settings.penIdleMs - 1)
  expect(penOf(story)).toBe(other(first))
  story.waits(1)
  expect(penOf(story)).toBe(first)
})

test('[R23] a pen rests from the prompt on, not from before it', () => {
  const story = relay(ada, ben)
  story.locks(penOf(story), 1_000)
  story.waits(settings.lockHoldMs)
  const { startedAt } = story.phase('drawing')
  const { promptAtMs, ink } = story.canvasOf(ada).canvas?.drawings.at(-1) ?? { promptAtMs: 0, ink: [] }
  expect([promptAtMs > 1_000, ink.length]).toEqual([true, 0])
  const pen = penOf(story)
  story.waits(startedAt + promptAtMs + settings.penIdleMs - 1 - story.now)
  expect(penOf(story)).toBe(pen)
  story.waits(1)
  expect(penOf(story)).toBe(other(pen))
})

test('[R23] who draws keeps the pen; a stroke on which it rests ends there', () => {
  const story = relay(ada, ben)
  const first = penOf(story)
  story.waits(settings.penIdleMs - 500)
  story.draws(first, [draw(point(0, 0), point(0, 300))])
  story.waits(settings.penIdleMs - 1)
  expect(penOf(story)).toBe(first)
  story.waits(1)
  expect(penOf(story)).toBe(other(first))
  story.draws(other(first), [draw(point(500, 0), point(500, 300))])
  expect(strokesOf(story.canvasOf(ada).canvas?.drawings[0]?.ink ?? [])).toHaveLength(2)
})

test('[R23] alone, and in other modes, no pen passes on', () => {
  const alone = relay(ada)
  alone.waits(3 * settings.penIdleMs)
  expect(alone.saw('pen:passed')).toEqual([])
  const left = relay(ada, ben)
  left.leaves(other(penOf(left)))
  const pen = penOf(left)
  left.waits(3 * settings.penIdleMs)
  expect(penOf(left)).toBe(pen)
})

test('[R23] in a game that began before there was this rule the pen stays', () => {
  const story = relay(ada, ben)
  const { tempo: _, ...game } = story.room.game as NonNullable<Story['room']['game']>
  story.room = { ...story.room, game }
  const first = penOf(story)
  story.waits(3 * settings.penIdleMs)
  expect(penOf(story)).toBe(first)
})

test('[R24] the holder passes the pen on, and with it ends the stroke; nobody else does', () => {
  const story = relay(ada, ben, cyd)
  const first = penOf(story)
  const waiting = [ada, ben, cyd].find((id) => id !== first) ?? ''
  expect(story.does({ type: 'pen:pass', playerId: waiting })).toBe('not-your-pen')
  story.draws(first, [draw(point(0, 0), point(0, 300))])
  expect(story.does({ type: 'pen:pass', playerId: first })).toBeUndefined()
  expect(penOf(story)).not.toBe(first)
  expect(story.canvasOf(ada).canvas?.drawings[0]?.ink.at(-1)?.kind).toBe('lift')
})

test('[R24] [S2] a stroke that is down ends when its pen is passed on, so that its rest until then counts', () => {
  const story = relay(ada, ben)
  const { startedAt } = story.phase('drawing')
  const pen = penOf(story)
  story.draws(pen, [draw()])
  story.waits(1_500)
  story.does({ type: 'pen:pass', playerId: pen })
  const { ink } = story.canvasOf(ada).canvas?.drawings[0] ?? {}
  expect(ink?.at(-1)).toEqual({ kind: 'lift', atMs: story.now - startedAt })
})

test('[R24] with nobody to take it, and in a race, there is nothing to pass on', () => {
  expect(relay(ada).does({ type: 'pen:pass', playerId: ada })).toBe('not-now')
  const race = new Story({ mode: 'race' })
  race.joins(ada)
  race.joins(ben)
  race.starts(ada)
  race.reaches('drawing')
  expect(race.does({ type: 'pen:pass', playerId: ada })).toBe('not-now')
})

test('[D6] each op of a team is of the hand that drew it: in the room, in its views, in its record', () => {
  const story = relay(ada, ben)
  const { players = [] } = story.canvasOf(ada).canvas ?? {}
  const first = players.indexOf(penOf(story))
  story.draws(players[first] ?? '', [draw(), lift])
  story.draws(players[1 - first] ?? '', [draw(point(9, 9)), lift])
  story.draws(players[first] ?? '', [draw(), draw(), lift])
  const hands = [
    { from: 0, player: first },
    { from: 2, player: 1 - first },
    { from: 4, player: first },
  ]
  expect(story.saw('ink:added').map(({ hand }) => hand)).toEqual([first, 1 - first, first])
  const { phase } = viewRoom(story.room, 0, story.now)
  expect('canvases' in phase && phase.canvases[0]?.hands).toEqual(hands)
  story.reaches('reveal')
  expect(story.phase('reveal').drawings[0]?.hands).toEqual(hands)
  expect([0, 1, 2, 5].map((op) => handOf(hands, op))).toEqual([first, first, 1 - first, first])
})

test('[D6] a canvas of one has no hands to tell apart', () => {
  const story = relay(ada)
  story.draws(ada, [draw(), lift])
  expect(story.canvasOf(ada).canvas?.drawings[0]).not.toHaveProperty('hands')
})

test.each([
  ['its last ink', { settledMs: 0, nowMs: 500 }, 900],
  ['what has been settled of it', { settledMs: 1_000, nowMs: 500 }, 1_000],
  ['now', { settledMs: 1_000, nowMs: 1_200 }, 1_200],
])(
  '[R8] a stroke that is ended is lifted no sooner than %s, though the clock is set back',
  (_, at, liftMs) => {
    const story = relay(ada, ben)
    story.waits(900)
    story.draws(penOf(story), [draw(point(0, 0), point(0, 300))])
    const { canvas } = story.canvasOf(ada)
    const drawing = canvas?.drawings.at(-1)
    if (!canvas || !drawing) throw new Error('nothing was drawn')
    const settled = { ...drawing, settledMs: at.settledMs }
    const ended = endStroke({ ...canvas, drawings: canvas.drawings.with(-1, settled) }, 0, at.nowMs)
    expect(ended.canvas.drawings.at(-1)?.ink.at(-1)).toEqual({ kind: 'lift', atMs: liftMs })
  },
)
