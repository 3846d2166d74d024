import type { Logger } from 'pino'
import type { Refusal } from '#game/protocol/refusal'
import type { RoomView } from '#game/protocol/server-messages'
import type { Command } from '#game/room/command'
import { type GameEvent, isDrawingEvent } from '#game/room/event'
import type { Phase, Room } from '#game/room/room'
import { nextDeadline, step } from '#game/room/step'
import { heldPlayers, viewRoom } from '#game/room/view'
import type { Clock } from '#server/host/clock'
import type { Classifier } from '#server/judge/classifier'
import { createGuesser } from './guesser'
import { newGame } from './new-game'
import type { Broadcaster, Journal, LatencyMetrics, RecordWriter } from './ports'
import { createTickBatcher } from './tick-batcher'

export type RoomParts = {
  readonly clock: Clock
  readonly classifier: Classifier
  readonly broadcaster: Broadcaster
  readonly recordWriter: RecordWriter
  readonly journal: Journal
  readonly latency: LatencyMetrics
  readonly log: Logger
}

export type RoomRunner = {
  readonly room: Room
  /** @returns the name of the no, if it was one */
  submit(command: Command): Refusal | undefined
  /** What everybody in the room may see at this moment. */
  view(): RoomView
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
  const { clock, classifier, broadcaster, recordWriter, journal, log } = parts
  let room = initial
  let isClosed = false
  /** The no of a room that is closed. */
  let closed: Refusal = 'no-such-room'
  let loggedAt = clock.now()
  let callOffBeat = () => {}
  const roomLog = journal.open(initial.code, () => ({ room, at: clock.now() }), until)
  let armed = { at: Number.POSITIVE_INFINITY, callOff: () => {} }
  let areViewsDue = false
  const feed = createTickBatcher(clock, parts.latency, (message) => {
    roomLog.flush()
    broadcaster.progress(room.code, message)
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
    else if (!outcome.events.every(isDrawingEvent)) roomLog.flush()
    feed.add(round, outcome.events.filter(isDrawingEvent))
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
      case 'view:changed':
        showSoon()
        break
      case 'ink:added':
        guesser.look(room)
        break
      case 'player:removed':
        broadcaster.remove(room.code, event.playerId, event.reason)
        break
      case 'emote:sent':
        broadcaster.emote(room.code, event.playerId, event.emote)
        break
      case 'game:due':
        if (room.hostId) submit({ type: 'game:start', playerId: room.hostId, ...newGame(classifier) })
        break
      case 'round:finished':
        roomLog.retain(recordWriter.writeRound(event.record))
        break
      case 'game:finished':
        roomLog.retain(recordWriter.writeGame(event.record))
        break
      case 'room:emptied':
        end()
    }
  }

  function end(): void {
    stop()
    roomLog.delete()
    broadcaster.close(room.code)
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
    broadcaster.view(room.code, view())
    const { code, game } = room
    if (game) for (const playerId of heldPlayers(room)) broadcaster.resultHeld(code, playerId, game.id)
  }

  /** One room that cannot go on must not end all others. It gets another chance with its next command. */
  function surviving(act: () => void): void {
    try {
      act()
    } catch (error) {
      log.error({ err: error, code: room.code }, 'A room could not go on')
    }
  }

  function view(): RoomView {
    return viewRoom(room, feed.sequence, clock.now())
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
    view() {
      feed.flush()
      roomLog.flush()
      return view()
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

/** Where nobody draws, and a snapshot of the room keeps nobody waiting. */
function isCalm({ name }: Phase): boolean {
  return name !== 'drawing' && name !== 'judging' && name !== 'reveal'
}
