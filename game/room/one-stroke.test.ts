import { describe, expect, test } from 'vitest'
import { settings } from '#game/settings'
import { ada, ben, draw, lift, point, Story } from '#game/testing/stories'
import { currentDrawing } from './room'

function playing(mode: 'race' | 'rush' | 'relay' = 'race', ids = [ada]): Story {
  const story = new Story({ mode, rounds: 1, roundSeconds: 30, modifier: 'one-stroke' })
  for (const id of ids) story.joins(id)
  story.starts(ada)
  return story.reaches('drawing')
}

const inkOf = (story: Story, id = ada) => {
  const { canvas } = story.canvasOf(id)
  return canvas ? currentDrawing(canvas).ink.slice() : []
}
const other = (story: Story) => (story.promptOf(ada) + 1) % 10

describe('[R27] one stroke: the lift ends the drawing', () => {
  test('a second stroke, undo and clear are refused, and what one batch brings beyond the lift is dropped', () => {
    const story = playing()
    story.draws(ada, [draw(), lift, draw(point(1, 1))])
    expect(inkOf(story)).toHaveLength(2)
    for (const kind of ['undo', 'clear', 'draw'] as const) {
      const op = kind === 'draw' ? draw() : { kind, atMs: 0 }
      expect(story.draws(ada, [op])).toBe('drawing-over')
    }
    expect(inkOf(story)).toHaveLength(2)
  })

  test('what the system takes back before the lift does not end it', () => {
    const story = playing()
    story.draws(ada, [draw(), { kind: 'undo', atMs: 0 }])
    expect(story.draws(ada, [draw()])).toBeUndefined()
    expect(story.draws(ada, [draw(point(10, 10))])).toBeUndefined()
  })

  test('a batch that is sent again changes nothing', () => {
    const story = playing()
    story.draws(ada, [draw(), lift])
    expect(story.draws(ada, [draw(), lift], { from: 0 })).toBeUndefined()
  })

  test('it can be recognised after the lift', () => {
    const story = playing()
    story.draws(ada, [draw(), lift])
    story.waits(100)
    story.guessed(ada, story.promptOf(ada), 990)
    story.waits(settings.lockHoldMs)
    expect(story.saw('drawing:locked')).toHaveLength(1)
  })

  test('a race ends once all have lifted, and the judge has had its time', () => {
    const story = playing('race', [ada, ben])
    story.draws(ada, [draw(), lift])
    story.guessed(ada, other(story), 400)
    story.waits(2 * settings.penFinishMs)
    expect(story.room.phase.name).toBe('drawing')
    story.draws(ben, [draw(), lift])
    story.guessed(ben, other(story), 400)
    story.waits(settings.penFinishMs - 1)
    expect(story.room.phase.name).toBe('drawing')
    story.waits(1)
    expect(story.room.phase.name).toBe('judging')
  })

  test('a wrong guess still counts', () => {
    const story = playing()
    story.draws(ada, [draw(), lift])
    story.guessed(ada, other(story), 990)
    story.reaches('reveal')
    expect(story.saw('drawing:wrong-locked')).toHaveLength(1)
  })
})

describe('[R27] one stroke: in a sequence the next prompt comes, recognised or not', () => {
  test('not before the judge has seen all of it, and then it is worth what it came to', () => {
    const story = playing('rush')
    const prompt = story.promptOf(ada)
    story.draws(ada, [draw(), lift])
    story.waits(3 * settings.penFinishMs)
    expect(story.saw('prompt:changed')).toHaveLength(0)
    story.guessed(ada, prompt, 500)
    expect(story.saw('prompt:changed')).toMatchObject([{ drawing: 1, promptAtMs: 3 * settings.penFinishMs }])
    story.reaches('finished')
    const [drawn] = story.saw('round:finished')[0]?.record.drawings ?? []
    expect(drawn).toMatchObject({ lock: null, points: settings.maxConsolationPoints / 2 })
  })

  test('one that was judged in time makes way when its time is over', () => {
    const story = playing('rush')
    story.draws(ada, [draw(), lift])
    story.guessed(ada, other(story), 500)
    story.waits(settings.penFinishMs - 1)
    expect(story.saw('prompt:changed')).toHaveLength(0)
    story.waits(1)
    expect(story.saw('prompt:changed')).toHaveLength(1)
  })

  test('a canvas that has all the drawings it may have stays as it is', () => {
    const story = playing('rush')
    const { phase } = story.room
    if (phase.name !== 'drawing') throw new Error(phase.name)
    const [canvas] = phase.canvases
    if (!canvas) throw new Error('no canvas')
    const drawings = Array.from({ length: settings.maxDrawingsPerCanvas }, () => currentDrawing(canvas))
    story.room = { ...story.room, phase: { ...phase, canvases: [{ ...canvas, drawings }] } }
    story.draws(ada, [draw(), lift])
    story.guessed(ada, other(story), 500)
    story.waits(5 * settings.penFinishMs)
    expect(story.room.phase.name).toBe('drawing')
    expect(story.saw('prompt:changed')).toHaveLength(0)
  })

  test('[R8] in a relay a stroke is not cut short when the ink of its holder is spent', () => {
    const story = playing('relay', [ada, ben])
    const pen = story.phase('drawing').canvases[0]?.pen ?? ada
    for (const x of [100, 900, 200, 800]) story.draws(pen, [draw(point(x, 0), point(x, 1_000))])
    expect(story.phase('drawing').canvases[0]?.pen).toBe(pen)
    story.draws(pen, [lift])
    expect(story.phase('drawing').canvases[0]?.pen).not.toBe(pen)
  })
})

test('[R27] in all other games strokes are as many as wanted', () => {
  const story = new Story({ rounds: 1 })
  story.joins(ada)
  story.starts(ada)
  story.reaches('drawing')
  story.draws(ada, [draw(), lift, draw(point(1, 1)), lift])
  expect(inkOf(story)).toHaveLength(4)
})
