import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Seat } from '#game/protocol/server-messages'
import { applyView } from './apply-view'
import { addOwnInk } from './own-ink'
import type { RoomClient } from './room-client'
import type { RoomState } from './room-state'
import { ann, ben, canvas, draw, joined, lift, viewOf } from './testing/views'
import * as hooks from './use-canvases'
import { RoomContext, useIsPaused } from './use-room'

const cyd = '00000000-0000-4000-8000-00000000000c'
const gone = '00000000-0000-4000-8000-00000000000d'

function seat(id: string, score: number): Seat {
  const name = { [ann]: 'Ann', [ben]: 'Ben', [cyd]: 'Cyd' }[id] ?? ''
  const sits = { isSpectator: false, isConnected: true, isHost: false, votesAgainst: 0 }
  return { id, name, colour: 0, score, ...sits }
}

/** Ben and Cyd share the first canvas with somebody who has left, Ann has the second to herself. */
function relay(you = ann): RoomState {
  const shared = canvas(ben, [draw(10, 1, 2), lift(20)], { players: [cyd, gone, ben] })
  const seats = [seat(ann, 5), seat(ben, 30), seat(cyd, 40)]
  return applyView({ ...joined, you }, viewOf(4, [shared, canvas(ann)], { seats }), 5_000)
}

/** A part of a room that shows nothing. */
function Part({ hook }: { readonly hook: () => void }) {
  hook()
  return null
}

/** What a part of the room would show, at its first painting. */
function shown<Shown>(state: RoomState, hook: () => Shown): Shown {
  const seen: Shown[] = []
  const client = { store: createStore(() => state) } as unknown as RoomClient
  const part = createElement(Part, { hook: () => void seen.push(hook()) })
  renderToStaticMarkup(createElement(RoomContext.Provider, { value: client }, part))
  return seen[0] as Shown
}

test('canvases: those who share one are named in their order of drawing, without who has left', () => {
  expect(shown(relay(), () => hooks.useCanvasSeats(0)).map(({ name }) => name)).toEqual(['Cyd', 'Ben'])
  expect(shown(relay(), () => hooks.useCanvasSeats(7))).toEqual([])
  expect(shown(relay(), hooks.useMostSeats)).toBe(3)
  expect(shown(joined, hooks.useMostSeats)).toBe(1)
})

test('canvases: a player has their own and sees the others; who watches has none and sees all', () => {
  expect(shown(relay(cyd), hooks.useOwnCanvas)).toBe(0)
  expect(shown(relay(), hooks.useOwnCanvas)).toBe(1)
  expect(shown(relay(), hooks.useOtherCanvases)).toEqual([0])
  const watcher = relay(gone.replace('d', 'e'))
  expect(shown(watcher, hooks.useOwnCanvas)).toBeNull()
  expect(shown(watcher, hooks.useOtherCanvases)).toEqual([0, 1])
})

test('canvases: a lane has the score of the best who shares it, and its watcher their own', () => {
  const lanes = shown(relay(), () => hooks.useLanes([1, 0]))
  expect(lanes).toEqual({
    scored: [
      { canvas: 1, score: 5 },
      { canvas: 0, score: 40 },
    ],
    ownScore: 5,
  })
  expect(shown(relay(gone), () => hooks.useLanes([7]))).toEqual({
    scored: [{ canvas: 7, score: 0 }],
    ownScore: 0,
  })
})

test('canvases: the own ink is shown before the server has told of it, anybody else’s as it is told', () => {
  const before = relay()
  expect(shown(before, () => hooks.useIsBlank(1))).toBe(true)
  const state = { ...before, own: before.own && addOwnInk(before.own, [draw(30, 3, 4)]) }
  expect(shown(state, () => hooks.useIsBlank(1))).toBe(false)
  expect(shown(state, () => hooks.useCanvasStrokes(1)).read()).toBe(state.own?.strokeState)
  expect(shown(state, () => hooks.useCanvasStrokes(0)).read()).toBe(state.canvases[0]?.strokeState)
  expect(shown(state, () => hooks.useCanvasStrokes(7)).read().strokes).toEqual([])
})

test('[R18] room: time stands still exactly while it waits for somebody', () => {
  const running = relay()
  const pause = { at: 5_000, missing: [ben] }
  expect(shown(running, useIsPaused)).toBe(false)
  expect(shown(joined, useIsPaused)).toBe(false)
  expect(shown({ ...running, room: running.room && { ...running.room, pause } }, useIsPaused)).toBe(true)
})

test('room: a part of it that stands outside of every room is a mistake that names itself', () => {
  expect(() => renderToStaticMarkup(createElement(Part, { hook: hooks.useOwnCanvas }))).toThrow(
    'outside of a room',
  )
})
