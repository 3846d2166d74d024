import { memoiseNewest } from '#game/memoise'
import { settings } from '#game/settings'
import type { Command, CommandOf } from './command'
import { endPause } from './end-pause'
import { hurry } from './hurry'
import { andThen, type Outcome, type PhaseRules, refuse, unchanged } from './outcome'
import { roomTime } from './pause'
import { finished, lobby } from './phases/between-games'
import { countdown } from './phases/countdown'
import { drawing, passPensOn } from './phases/drawing'
import { judging } from './phases/judging'
import { reveal } from './phases/reveal'
import { voting } from './phases/voting'
import { announceStart, nextStart, schedulePublicStart } from './public-start'
import { findPlayer, type PhaseName, type Room } from './room'
import { disconnect, expireSeats, join, kick, leave, nextSeatDeadline, vote } from './seats'

const phases: { readonly [Name in PhaseName]: PhaseRules<Name> } = {
  lobby,
  countdown,
  drawing,
  judging,
  voting,
  reveal,
  finished,
}

/** A phase and its rules always belong together; the compiler cannot see that through a union. */
function rulesOf<Name extends PhaseName>(name: Name): PhaseRules<PhaseName> {
  return phases[name] as unknown as PhaseRules<PhaseName>
}

/** Memoised: a step asks before and after each change, and the shell once more. Players seldom change, so they stand for their room. */
const deadlines = memoiseNewest<Room['players'], Room, number>()

/** [R1] When the room has to be woken for time alone to change it, ms since the epoch; Infinity when it sleeps. */
export function nextDeadline(room: Room): number {
  return deadlines(room.players, room, () => findDeadline(room))
}

function findDeadline(room: Room): number {
  if (room.pause) return room.pause.endsAt
  return Math.min(
    rulesOf(room.phase.name).nextDeadline(room, room.phase),
    nextSeatDeadline(room),
    nextStart(room),
  )
}

/**
 * [R1] The one way in which a room changes. Time passes first, so that a command meets the phase it should, even if no
 * timer has fired; then the command; then whatever it made due.
 * @param now ms since the epoch, never earlier than at the step before
 */
export function step(room: Room, command: Command, now: number): Outcome {
  const passed = passTime(room, now)
  const applied = andThen(passed, (later) => apply(later, command, roomTime(later, now)))
  const resumed = andThen(applied, (later) => endPause(later, now))
  const hurried = andThen(resumed, (later) => (later.pause ? unchanged(later) : hurry(later, now)))
  const due = andThen(hurried, (later) => passTime(later, now))
  const gathered = andThen(due, (later) => schedulePublicStart(later, roomTime(later, now)))
  const isEmptied = room.players.length > 0 && gathered.room.players.length === 0
  return isEmptied ? { ...gathered, events: [...gathered.events, { type: 'room:emptied' }] } : gathered
}

/** How much can be due at one moment: every seat, the host, the next start, and each canvas with its pen and the phase. */
const mostDueAtOnce = 2 * (settings.maxPlayers + settings.maxSpectators)

/** @throws RangeError where a deadline does not pass: a fault in the rules, which must not keep the server in this loop */
function passTime(room: Room, now: number): Outcome {
  let outcome = unchanged(room)
  let dueAtOnce = 0
  for (let at = nextDeadline(room); at <= now; ) {
    const dueAt = at
    outcome = andThen(outcome, (due) => expire(due, dueAt))
    at = nextDeadline(outcome.room)
    dueAtOnce = at > dueAt ? 0 : dueAtOnce + 1
    if (dueAtOnce > mostDueAtOnce) throw new RangeError(`the ${room.phase.name} does not get past ${dueAt}`)
  }
  return outcome
}

function expire(room: Room, at: number): Outcome {
  if (room.pause) return endPause(room, at)
  if (nextSeatDeadline(room) <= at) return expireSeats(room, at)
  if (nextStart(room) <= at) return announceStart(room)
  return rulesOf(room.phase.name).expire(room, room.phase, at)
}

function apply(room: Room, command: Command, now: number): Outcome {
  const goOn = (later: Room) => passPensOn(room, later, now)
  switch (command.type) {
    case 'time:pass':
      return unchanged(room)
    case 'player:join':
      return andThen(join(room, command), goOn)
    case 'player:disconnect':
      return andThen(disconnect(room, command.playerId, now), goOn)
    case 'player:leave':
      return andThen(leave(room, command.playerId), goOn)
    case 'player:kick':
      return andThen(kick(room, command), goOn)
    case 'player:vote':
      return andThen(vote(room, command), goOn)
    case 'emote:send':
      return sendEmote(room, command)
    default:
      // What the judge says of ink that has arrived holds in a pause too; nothing else is played.
      if (room.pause && command.type !== 'guess:make') return refuse(room, 'paused')
      return rulesOf(room.phase.name).accept(room, room.phase, command, now) ?? outOfPhase(room, command)
  }
}

function sendEmote(room: Room, { playerId, emote }: CommandOf<'emote:send'>): Outcome {
  if (!findPlayer(room, playerId)) return refuse(room, 'not-seated')
  return { room, events: [{ type: 'emote:sent', playerId, emote }] }
}

/** A guess that comes after its round is stale and dropped, as is what was found about ghosts; any other command at the wrong time is refused. */
function outOfPhase(room: Room, command: Command): Outcome {
  return command.type === 'guess:make' || command.type === 'ghosts:none'
    ? unchanged(room)
    : refuse(room, 'not-now')
}
