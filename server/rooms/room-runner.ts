import type { Logger } from 'pino'
import type { Refusal } from '#game/protocol/refusal'
import { nobody, type PlayerId } from '#game/protocol/scalars'
import type { RoomView, ServerMessage } from '#game/protocol/server-messages'
import type { Command, CommandOf } from '#game/room/command'
import { coverChanges, insiders } from '#game/room/covered'
import { type GameEvent, isDrawingEvent } from '#game/room/event'
import { ghostsFor } from '#game/room/public-start'
import type { Phase, Room } from '#game/room/room'
import { nextDeadline, step } from '#game/room/step'
import { heldPlayers, viewRoom, viewRoomFor } from '#game/room/view'
import type { Clock } from '#server/host/clock'
import type { Classifier } from '#server/judge/classifier'
import { broadcastNotice } from './broadcast-notice'
import { createGuesser } from './guesser'
import { type CommandSender, createInbox } from './inbox'
import { createNumbering } from './number-progress'
import type { Pace } from './pace'
import type { Broadcaster, Journal, LatencyMetrics, QuickPlay, RecordWriter } from './ports'
import { createRoomTimers } from './room-timers'
import { startNext } from './start-next'
import { createTickBatcher } from './tick-batcher'

export type RoomParts = {
  readonly clock: Clock
  readonly classifier: Classifier
  readonly broadcaster: Broadcaster
  readonly recordWriter: RecordWriter
  readonly journal: Journal
  readonly latency: LatencyMetrics
  readonly pace: Pace
  readonly quickPlay: QuickPlay
  readonly log: Logger
}

export type RoomRunner = {
  readonly room: Room
  /** @returns why it was refused, if it was */
  submit(command: Command): Refusal | undefined
  /** Takes ink in at the next tick, as of now: before anything else happens in the room, and before anybody looks at it. */
  addInk(command: CommandOf<'ink:add'>, sender: CommandSender): void
  /** What a reader in the room may see at this moment; without one, what everybody may. */
  view(reader?: PlayerId): RoomView
  /** Closes a room that nobody is in, and deletes its log. */
  end(): void
  /** Stops the room's time and flushes its log. */
  close(): void
}

/** A room whose time runs logs it so often: a restart gives nobody back more than twice this. */
const heartbeatMs = 500
/**
 * Progress has gone out when the judge is asked, so ink never waits for guesses, and what it answers is there for the next one
 * together with what ink came meanwhile.
 */
export const askAfterMs = 20

/**
 * The imperative shell of one room: passes commands to the rules, performs the events that come back, and wakes the rules at their
 * deadlines. It decides nothing. What changes the room is in its log before anybody is shown what came of it (write-ahead).
 * @param onEmptied called when the last player has gone; the runner has closed by then
 * @param until what is stored of the room is kept until then
 */
export function createRoomRunner(
  initial: Room,
  parts: RoomParts,
  onEmptied: () => void,
  until?: Promise<unknown>,
): RoomRunner {
  const { clock, broadcaster, recordWriter, journal, log } = parts
  let room = initial
  let isClosed = false
  /** What a closed room refuses with. */
  let closedRefusal: Refusal = 'no-such-room'
  let loggedAt = clock.now()
  const inbox = createInbox(clock, take)
  const roomLog = journal.open(initial.code, () => ({ room, at: inbox.takingAt ?? clock.now() }), until)
  let isViewDue = false
  let isSearching = false
  let callOffGuesses = () => {}
  const batcher = createTickBatcher(clock, parts.pace, parts.latency, tellProgress, inbox.takeIn)
  const numbering = createNumbering()
  const judge: CommandSender = { refused() {}, failed: logError }
  const guesser = createGuesser(parts, (guess) => takeLater(guess, judge), requestGuesses)
  const timers = createRoomTimers(clock, heartbeatMs, {
    onDeadline: () => catchErrors(() => submit({ type: 'time:pass' })),
    onHeartbeat: () => catchErrors(logTime),
  })

  function tellProgress(message: ServerMessage<'drawing:progressed'>): void {
    roomLog.flush()
    broadcastProgress(message)
    callOffGuesses()
    callOffGuesses = clock.wakeAt(clock.now() + askAfterMs, requestGuesses)
  }

  function requestGuesses(): void {
    inbox.takeIn()
    if (!isClosed) guesser.requestGuesses(room)
  }

  function submit(command: Command): Refusal | undefined {
    inbox.takeIn()
    return take(command, clock.now())
  }

  function takeLater(command: Command, sender: CommandSender): void {
    batcher.expect(inbox.add(command, sender))
  }

  /** @param at no sooner than what came before */
  function take(command: Command, at: number): Refusal | undefined {
    if (isClosed) return closedRefusal
    const round = room.game?.round ?? 0
    const { phase } = room
    const { room: after, events, refused } = step(room, command, at)
    if (after !== room) append(command, at)
    room = after
    const isDrawn = events.every(isDrawingEvent)
    if (isCalm(room.phase) && !isCalm(phase)) roomLog.snapshot()
    else if (!isDrawn) roomLog.flush()
    for (const event of events) if (event.type === 'ink:added') guesser.inkArrived(event.canvas, at)
    batcher.add(round, isDrawn ? events : events.filter(isDrawingEvent), at)
    if (!isDrawn) events.forEach(perform)
    if (!isClosed) timers.arm(nextDeadline(room))
    return refused
  }

  function append(command: Command, at: number): void {
    roomLog.append(command, at)
    loggedAt = at
  }

  /** While the room's time runs, its log says up to when, also where it has changed nothing. */
  function logTime(): void {
    submit({ type: 'time:pass' })
    const now = clock.now()
    if (isClosed || now < loggedAt + heartbeatMs) return
    append({ type: 'time:pass' }, now)
    roomLog.flush()
  }

  function perform(event: GameEvent): void {
    switch (event.type) {
      case 'view:changed':
        broadcastSoon()
        break
      case 'game:due':
        if (room.hostId) startDue(room.hostId)
        break
      case 'round:finished':
        roomLog.retain(recordWriter.writeRound(event.record))
        break
      case 'game:finished':
        roomLog.retain(recordWriter.writeGame(event.record))
        break
      case 'room:emptied':
        end()
        break
      default:
        broadcastNotice(broadcaster, room, event)
    }
  }

  /** [R25] Ghosts are searched once at a time, and people begin at once. */
  function startDue(hostId: PlayerId): void {
    if (isSearching && ghostsFor(room)) return
    isSearching = true
    const isAsked = room.phase.name === 'finished'
    startNext(
      parts,
      {
        get room() {
          return room
        },
        submit,
      },
      hostId,
      isAsked,
    )
      .catch((error) => log.error({ err: error, code: room.code }, 'A room could not go on'))
      .finally(() => {
        isSearching = false
      })
  }

  function end(): void {
    stop()
    roomLog.delete()
    broadcaster.close(room.code)
    onEmptied()
  }

  /** Coalesces: however much one moment changes, everybody gets one view of it. */
  function broadcastSoon(): void {
    if (isViewDue) return
    isViewDue = true
    setImmediate(() => {
      isViewDue = false
      if (!isClosed) catchErrors(broadcastView)
    })
  }

  function broadcastProgress(message: ServerMessage<'drawing:progressed'>): void {
    if (insiders(room).length === 0) broadcaster.progress(room.code, message)
    else {
      const told = coverChanges(room, message.round, message.changes)
      broadcaster.progressEach(room.code, numbering.number(message, told))
    }
  }

  function broadcastView(): void {
    batcher.flush()
    const all = view()
    const own = insiders(room).map(
      (reader) => [reader, viewRoomFor(room, all, numbering.lastOf(reader), reader)] as const,
    )
    if (own.length === 0) broadcaster.view(room.code, all)
    else broadcaster.viewEach(room.code, { all, own: new Map(own) })
    const { code, game } = room
    if (!game) return
    for (const playerId of heldPlayers(room)) broadcaster.resultHeld(code, playerId, game.id)
  }

  /** An error in one room must not end all others. The room gets another chance with its next command. */
  function catchErrors(act: () => void): void {
    try {
      act()
    } catch (error) {
      logError(error)
    }
  }

  function logError(error: unknown): void {
    log.error({ err: error, code: room.code }, 'A room could not go on')
  }

  function view(reader: PlayerId = nobody): RoomView {
    const ids = insiders(room)
    const number = numbering.lastOf(ids.includes(reader) ? reader : null)
    return viewRoom(room, ids.length > 0 ? number : batcher.sequence, clock.now(), reader)
  }

  function stop(): void {
    isClosed = true
    timers.stop()
    batcher.flush()
    callOffGuesses()
  }

  timers.arm(nextDeadline(room))
  guesser.requestGuesses(room)
  return {
    get room() {
      inbox.takeIn()
      return room
    },
    submit,
    addInk: takeLater,
    end,
    view(reader) {
      batcher.flush()
      roomLog.flush()
      return view(reader)
    },
    close() {
      if (isClosed) return
      catchErrors(() => submit({ type: 'time:pass' }))
      closedRefusal = 'server-closing'
      catchErrors(stop)
      catchErrors(() => {
        // No sooner than anything that is stored, and as late as can be.
        append({ type: 'time:pass' }, clock.now())
        roomLog.close()
      })
    },
  }
}

/** Whether a phase is one in which the time for a snapshot delays nobody's ink. */
function isCalm({ name }: Phase): boolean {
  return name !== 'drawing' && name !== 'judging' && name !== 'voting' && name !== 'reveal'
}
