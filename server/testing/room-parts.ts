import { pino } from 'pino'
import type { PlayerId, RoomCode } from '#game/protocol/scalars'
import type { RoomView, ServerMessage } from '#game/protocol/server-messages'
import type { Audience } from '#game/room/covered'
import type { Classifier } from '#server/judge/classifier'
import { unpackDrawings } from '#server/judge/packed-drawings'
import { createPace } from '#server/rooms/pace'
import type { Broadcaster } from '#server/rooms/ports'
import type { RoomParts } from '#server/rooms/room-runner'
import { createMemoryJournal } from './fakes/memory-journal'
import { createMemoryQuickPlay } from './fakes/memory-quick-play'
import { createMemoryRecordWriter } from './fakes/memory-record-writer'
import { createManualClock } from './manual-clock'
import { createScriptedClassifier } from './scripted-classifier'

/** What a room has sent, in order. */
export type Sent =
  | {
      readonly type: 'progress'
      readonly code: RoomCode
      readonly message: ServerMessage<'drawing:progressed'>
    }
  | { readonly type: 'view'; readonly code: RoomCode; readonly view: RoomView }
  | { readonly type: 'resultHeld'; readonly playerId: PlayerId; readonly gameId: string }
  | { readonly type: 'emote'; readonly playerId: PlayerId; readonly emote: string }
  | { readonly type: 'ready'; readonly playerId: PlayerId }
  | {
      readonly type: 'progressEach'
      readonly code: RoomCode
      readonly messages: Audience<ServerMessage<'drawing:progressed'>>
    }
  | { readonly type: 'viewEach'; readonly code: RoomCode; readonly views: Audience<RoomView> }
  | { readonly type: 'vote'; readonly playerId: PlayerId; readonly entry: number }
  | { readonly type: 'voters'; readonly voted: number; readonly voters: number }
  | { readonly type: 'remove'; readonly playerId: PlayerId; readonly reason: string }
  | { readonly type: 'close'; readonly code: RoomCode }

/** All that rooms need, with a clock that tests wind, and what they send kept in a list. */
export function createRoomParts(changed: Partial<RoomParts> = {}) {
  const sent: Sent[] = []
  const errors: string[] = []
  const latency = { ink: [] as number[], guesses: [] as number[] }
  const clock = createManualClock()
  const journal = createMemoryJournal()
  const recordWriter = createMemoryRecordWriter()
  const broadcaster: Broadcaster = {
    progress: (code, message) => void sent.push({ type: 'progress', code, message }),
    view: (code, view) => void sent.push({ type: 'view', code, view }),
    resultHeld: (_code, playerId, gameId) => void sent.push({ type: 'resultHeld', playerId, gameId }),
    emote: (_code, playerId, emote) => void sent.push({ type: 'emote', playerId, emote }),
    ready: (_code, { playerId }) => void sent.push({ type: 'ready', playerId }),
    progressEach: (code, messages) => void sent.push({ type: 'progressEach', code, messages }),
    viewEach: (code, views) => void sent.push({ type: 'viewEach', code, views }),
    vote: (_code, playerId, { entry }) => void sent.push({ type: 'vote', playerId, entry }),
    voters: (_code, { voted, voters }) => void sent.push({ type: 'voters', voted, voters }),
    remove: (_code, playerId, reason) => void sent.push({ type: 'remove', playerId, reason }),
    close: (code) => void sent.push({ type: 'close', code }),
  }
  const parts: RoomParts = {
    clock,
    classifier: createScriptedClassifier(() => 7),
    broadcaster,
    recordWriter,
    journal,
    pace: createPace(clock),
    quickPlay: createMemoryQuickPlay(),
    latency: {
      inkSent: (ms) => void latency.ink.push(ms),
      guessMade: (ms) => void latency.guesses.push(ms),
    },
    log: pino({ level: 'warn' }, { write: (line: string) => void errors.push(JSON.parse(line).msg) }),
    ...changed,
  }
  const of = <Type extends Sent['type']>(type: Type) =>
    sent.filter((each): each is Extract<Sent, { type: Type }> => each.type === type)
  return { parts, sent, of, errors, latency, clock, journal, recordWriter }
}

/** A judge that answers when a test says so. */
export function createDeferredClassifier() {
  const asked: {
    readonly points: number
    readonly version: string
    readonly room: RoomCode
    readonly answer: (label: number, strokeThousandths?: readonly number[]) => void
    readonly fail: (error: Error) => void
  }[] = []
  const classifier: Classifier = {
    ...createScriptedClassifier(() => 7),
    judge: { version: 'digits-v1', engine: 'wasm' },
    classify: (drawing, version, room) =>
      new Promise((resolve, reject) => {
        const points = unpackDrawings(drawing).flat(2).length
        const answer = (label: number, strokeThousandths?: readonly number[]) =>
          resolve({
            thousandths: Array.from({ length: 11 }, (_, each) => (each === label ? 980 : 2)),
            ...(strokeThousandths && { strokeThousandths }),
          })
        asked.push({ points, version, room, answer, fail: reject })
      }),
  }
  return { classifier, asked }
}

/** Lets everything happen that needs no time. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
}
