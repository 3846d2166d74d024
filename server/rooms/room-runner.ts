import type { Logger } from 'pino'
import type { Command } from '#game/command'
import type { GameEvent, Progress } from '#game/event'
import { nobody, type PlayerId } from '#game/protocol/scalars'
import type { RoomView } from '#game/protocol/server-messages'
import type { Refusal } from '#game/refusal'
import type { Room } from '#game/room'
import { nextDeadline, step } from '#game/step'
import { viewFor } from '#game/view'
import type { Classifier } from '#server/classifier/classifier'
import type { Clock } from '#server/clock'
import type { Audience } from './audience'
import { createGuesser } from './guesser'
import type { Journal } from './journal'
import type { Meter } from './meter'
import { newGame } from './new-game'
import { createProgressFeed } from './progress-feed'
import type { RecordKeeper } from './record-keeper'

export type RoomParts = {
  readonly clock: Clock
  readonly classifier: Classifier
  readonly audience: Audience
  readonly keeper: RecordKeeper
  readonly journal: Journal
  readonly meter: Meter
  readonly log: Logger
}

export type RoomRunner = {
  readonly room: Room
  /** @returns the name of the no, if it was one */
  submit(command: Command): Refusal | undefined
  /** What this player may see at this moment. */
  view(playerId: PlayerId): RoomView
  /** Stops the room's time and remembers it as it is. */
  close(): void
}

/**
 * One room's world: puts commands to the rules, performs what they say has happened, and wakes them at their deadlines.
 * It decides nothing.
 * @param onEmptied called when the last player has gone; the runner has closed by then
 */
export function createRoomRunner(initial: Room, parts: RoomParts, onEmptied: () => void): RoomRunner {
  const { clock, classifier, audience, keeper, journal, log } = parts
  let room = initial
  let isClosed = false
  let armed = { at: Number.POSITIVE_INFINITY, callOff: () => {} }
  let areViewsDue = false
  const feed = createProgressFeed(clock, parts.meter, (message) => audience.progress(room.code, message))
  const guesser = createGuesser(parts, submit, () => {
    if (!isClosed) guesser.look(room)
  })

  function submit(command: Command): Refusal | undefined {
    if (isClosed) return 'no-such-room'
    const round = room.game?.round ?? 0
    const outcome = step(room, command, clock.now())
    room = outcome.room
    feed.add(round, outcome.events.filter(isProgress))
    outcome.events.forEach(perform)
    if (!isClosed) arm()
    return outcome.refused
  }

  function perform(event: GameEvent): void {
    switch (event.type) {
      case 'viewChanged':
        showSoon()
        break
      case 'inkAdded':
        guesser.look(room)
        break
      case 'playerRemoved':
        audience.remove(room.code, event.playerId, event.reason)
        break
      case 'emoteSent':
        audience.emote(room.code, event.playerId, event.emote)
        break
      case 'startDue':
        if (room.hostId) submit({ type: 'game:start', playerId: room.hostId, ...newGame(classifier) })
        break
      case 'roundFinished':
        keeper.keepRound(event.record)
        break
      case 'gameFinished':
        keeper.keepGame(event.record)
        break
      case 'roomEmptied':
        stop()
        journal.forget(room.code)
        audience.close(room.code)
        onEmptied()
    }
  }

  function arm(): void {
    const at = nextDeadline(room)
    if (at === armed.at) return
    armed.callOff()
    armed = { at, callOff: clock.wakeAt(at, wake) }
  }

  function wake(): void {
    armed = { at: Number.POSITIVE_INFINITY, callOff: () => {} }
    surviving(() => submit({ type: 'time:pass' }))
  }

  /** However much one moment changes, everybody gets one view of it. */
  function showSoon(): void {
    if (areViewsDue) return
    areViewsDue = true
    setImmediate(() => {
      areViewsDue = false
      if (!isClosed) surviving(show)
    })
  }

  function show(): void {
    feed.flush()
    journal.save({ room, at: clock.now() })
    for (const { id, lostAt } of room.players) if (lostAt === null) audience.view(room.code, id, view(id))
    audience.show(room.code, () => view(nobody))
  }

  /** One room that cannot go on must not end all others. It gets another chance with its next command. */
  function surviving(act: () => void): void {
    try {
      act()
    } catch (error) {
      log.error({ err: error, code: room.code }, 'A room could not go on')
    }
  }

  function view(playerId: PlayerId): RoomView {
    return viewFor(room, playerId, feed.sequence, clock.now())
  }

  function stop(): void {
    isClosed = true
    armed.callOff()
    feed.flush()
  }

  arm()
  guesser.look(room)
  return {
    get room() {
      return room
    },
    submit,
    view(playerId) {
      feed.flush()
      return view(playerId)
    },
    close() {
      if (isClosed) return
      stop()
      journal.save({ room, at: clock.now() })
    },
  }
}

const progress = new Set<GameEvent['type']>([
  'inkAdded',
  'guessMade',
  'drawingLocked',
  'wrongLocked',
  'promptChanged',
  'penPassed',
])

function isProgress(event: GameEvent): event is Progress {
  return progress.has(event.type)
}
