import type { Logger } from 'pino'
import type { Refusal } from '#game/protocol/refusal'
import { nobody, type PlayerId } from '#game/protocol/scalars'
import type { RoomView } from '#game/protocol/server-messages'
import type { Command } from '#game/room/command'
import type { GameEvent, Progress } from '#game/room/event'
import type { Phase, Room } from '#game/room/room'
import { nextDeadline, step } from '#game/room/step'
import { viewFor } from '#game/room/view'
import type { Clock } from '#server/host/clock'
import type { Classifier } from '#server/judge/classifier'
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
  /** Ends a room that nobody is in. */
  end(): void
  /** Stops the room's time and remembers it as it is. */
  close(): void
}

/** A room whose time runs takes note of it so often: a restart gives nobody back more than twice this. */
const beatMs = 500

/**
 * One room's world: puts commands to the rules, performs what they say has happened, and wakes them at their deadlines.
 * It decides nothing. What changes the room is in its log before anybody is shown what came of it.
 * @param onEmptied called when the last player has gone; the runner has closed by then
 * @param until what is remembered of the room stays until then
 */
export function createRoomRunner(
  initial: Room,
  parts: RoomParts,
  onEmptied: () => void,
  until?: Promise<unknown>,
): RoomRunner {
  const { clock, classifier, audience, keeper, journal, log } = parts
  let room = initial
  let isClosed = false
  /** The no of a room that is closed. */
  let closed: Refusal = 'no-such-room'
  let loggedAt = clock.now()
  let callOffBeat = () => {}
  const roomLog = journal.open(initial.code, () => ({ room, at: clock.now() }), until)
  let armed = { at: Number.POSITIVE_INFINITY, callOff: () => {} }
  let areViewsDue = false
  const feed = createProgressFeed(clock, parts.meter, (message) => {
    roomLog.flush()
    audience.progress(room.code, message)
  })
  const guesser = createGuesser(parts, submit, () => {
    if (!isClosed) guesser.look(room)
  })

  function submit(command: Command): Refusal | undefined {
    if (isClosed) return closed
    const round = room.game?.round ?? 0
    const { phase } = room
    const now = clock.now()
    const outcome = step(room, command, now)
    if (outcome.room !== room) take(command, now)
    room = outcome.room
    if (isCalm(room.phase) && !isCalm(phase)) roomLog.snapshot()
    else if (!outcome.events.every(isProgress)) roomLog.flush()
    feed.add(round, outcome.events.filter(isProgress))
    outcome.events.forEach(perform)
    if (!isClosed) arm()
    return outcome.refused
  }

  function take(command: Command, at: number): void {
    roomLog.append(command, at)
    loggedAt = at
  }

  /** While the room's time runs, its log says up to when. */
  function beat(): void {
    callOffBeat = () => {}
    surviving(passTime)
    if (!isClosed) armBeat()
  }

  /** Takes note of the time, also where it has changed nothing. */
  function passTime(): void {
    submit({ type: 'time:pass' })
    const now = clock.now()
    if (isClosed || now < loggedAt + beatMs) return
    take({ type: 'time:pass' }, now)
    roomLog.flush()
  }

  function armBeat(): void {
    callOffBeat()
    callOffBeat = armed.at === Number.POSITIVE_INFINITY ? () => {} : clock.wakeAt(clock.now() + beatMs, beat)
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
        roomLog.hold(keeper.keepRound(event.record))
        break
      case 'gameFinished':
        roomLog.hold(keeper.keepGame(event.record))
        break
      case 'roomEmptied':
        end()
    }
  }

  function end(): void {
    stop()
    roomLog.forget()
    audience.close(room.code)
    onEmptied()
  }

  function arm(): void {
    const at = nextDeadline(room)
    if (at === armed.at) return
    armed.callOff()
    const wasAsleep = armed.at === Number.POSITIVE_INFINITY
    armed = { at, callOff: clock.wakeAt(at, wake) }
    if (wasAsleep) armBeat()
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
    callOffBeat()
    feed.flush()
  }

  arm()
  guesser.look(room)
  return {
    get room() {
      return room
    },
    submit,
    end,
    view(playerId) {
      feed.flush()
      roomLog.flush()
      return view(playerId)
    },
    close() {
      if (isClosed) return
      surviving(() => submit({ type: 'time:pass' }))
      closed = 'server-closing'
      surviving(stop)
      surviving(() => {
        // No sooner than anything that is remembered, and as late as can be.
        take({ type: 'time:pass' }, clock.now())
        roomLog.close()
      })
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

/** Where nobody draws, and a snapshot of the room keeps nobody waiting. */
function isCalm({ name }: Phase): boolean {
  return name !== 'drawing' && name !== 'judging' && name !== 'reveal'
}
