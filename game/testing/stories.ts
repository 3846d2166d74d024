import type { InkOp, Point } from '#game/drawing/ink'
import type { GameSeed } from '#game/prompts/game-seed'
import type { Refusal } from '#game/protocol/refusal'
import { defaultRoomSettings, type PlayerId, type RoomSettings } from '#game/protocol/scalars'
import type { Command } from '#game/room/command'
import type { GameEvent } from '#game/room/event'
import type { GhostRace } from '#game/room/ghosts'
import { pauseRoom } from '#game/room/pause'
import { type DailyTry, newRoom, type PhaseName, type PhaseOf, type Room } from '#game/room/room'
import { nextDeadline, step } from '#game/room/step'

export const ada = '00000000-0000-4000-8000-00000000000a'
export const ben = '00000000-0000-4000-8000-00000000000b'
export const cyd = '00000000-0000-4000-8000-00000000000c'
export const dot = '00000000-0000-4000-8000-00000000000d'
const gameId = '00000000-0000-4000-8000-0000000000ff'
const names: Record<string, string> = { [ada]: 'Ada', [ben]: 'Ben', [cyd]: 'Cyd', [dot]: 'Dot' }

/** A room one can tell a story in: it keeps what happened and what was refused, and has a clock that only it winds. */
export class Story {
  now = 1_000_000
  room: Room
  readonly events: GameEvent[] = []
  /** Called after each step that has changed the room. */
  changed: (command: Command, now: number) => void = () => {}

  constructor(settings: Partial<RoomSettings> = {}) {
    this.room = newRoom('CDFGH', { ...defaultRoomSettings, ...settings })
  }

  does(command: Command): Refusal | undefined {
    const before = this.room
    const outcome = step(before, command, this.now)
    this.room = outcome.room
    if (outcome.room !== before) this.changed(command, this.now)
    this.events.push(...outcome.events)
    return outcome.refused
  }

  waits(ms: number): this {
    this.now += ms
    this.does({ type: 'time:pass' })
    return this
  }

  /** Lets time pass from deadline to deadline until the phase has come. */
  reaches(name: PhaseName): this {
    for (let steps = 0; this.room.phase.name !== name; steps++) {
      if (steps > 100) throw new Error(`still ${this.room.phase.name}, not ${name}`)
      const at = nextDeadline(this.room)
      if (!Number.isFinite(at)) throw new Error(`asleep in ${this.room.phase.name}`)
      this.waits(at - this.now)
    }
    return this
  }

  /** The server is killed, and back after a while. */
  restarts(afterMs: number): this {
    const at = this.now
    this.now += afterMs
    this.room = pauseRoom(this.room, at, this.now)
    return this.waits(0)
  }

  phase<Name extends PhaseName>(name: Name): PhaseOf<Name> {
    if (this.room.phase.name !== name) throw new Error(`in ${this.room.phase.name}, not ${name}`)
    return this.room.phase as PhaseOf<Name>
  }

  joins(playerId: PlayerId, isSpectator = false, network?: string) {
    const name = names[playerId] ?? 'Somebody'
    return this.does({
      ...{ type: 'player:join', playerId, name, colour: 0, isSpectator },
      ...(network !== undefined && { network }),
    })
  }

  leaves(playerId: PlayerId) {
    return this.does({ type: 'player:leave', playerId })
  }

  starts(playerId: PlayerId, daily?: DailyTry, ghosts?: GhostRace, seed: GameSeed = 7) {
    const judge = { version: 'digits-v1', engine: 'wasm' } as const
    return this.does({
      ...{ type: 'game:start', playerId, gameId, seed, judge },
      ...(daily && { daily }),
      ...(ghosts && { ghosts }),
    })
  }

  draws(
    playerId: PlayerId,
    ops: readonly InkOp[],
    change: { from?: number; round?: number; lagMs?: number; isByKeyboard?: boolean } = {},
  ) {
    const { canvas } = this.canvasOf(playerId)
    const drawing = Math.max(0, (canvas?.drawings.length ?? 1) - 1)
    const from = change.from ?? canvas?.drawings[drawing]?.ink.length ?? 0
    const round = change.round ?? this.room.game?.round ?? 0
    const { lagMs = 0, isByKeyboard = false } = change
    return this.does({ type: 'ink:add', playerId, round, drawing, from, ops, lagMs, isByKeyboard })
  }

  /** The judge's answer about all ink of this player so far. */
  guessed(playerId: PlayerId, digit: number, thousandths: number) {
    const { canvas, canvasIndex } = this.canvasOf(playerId)
    const drawing = (canvas?.drawings.length ?? 1) - 1
    const opCount = canvas?.drawings[drawing]?.ink.length ?? 0
    const guess = { opCount, thousandths: answer(digit, thousandths) }
    return this.does({
      type: 'guess:make',
      round: this.room.game?.round ?? 0,
      canvas: canvasIndex,
      drawing,
      guess,
    })
  }

  votes(playerId: PlayerId, entry: number, label: number) {
    return this.does({ type: 'vote:cast', playerId, round: this.room.game?.round ?? 0, entry, label })
  }

  canvasOf(playerId: PlayerId) {
    const { phase } = this.room
    const canvases = 'canvases' in phase ? phase.canvases : []
    const canvasIndex = canvases.findIndex(({ players }) => players.includes(playerId))
    return { canvas: canvases[canvasIndex], canvasIndex }
  }

  promptOf(playerId: PlayerId): number {
    return this.canvasOf(playerId).canvas?.drawings.at(-1)?.prompt ?? -1
  }

  /** Draws, and is surely recognised, `afterMs` from now. */
  locks(playerId: PlayerId, afterMs: number) {
    this.waits(afterMs)
    this.draws(playerId, [draw(), lift])
    this.guessed(playerId, this.promptOf(playerId), 990)
  }

  saw<Type extends GameEvent['type']>(type: Type) {
    return this.events.filter((event): event is Extract<GameEvent, { type: Type }> => event.type === type)
  }
}

export function answer(digit: number, thousandths: number): number[] {
  return Array.from({ length: 11 }, (_, label) =>
    label === digit ? thousandths : label === 10 ? 1000 - thousandths : 0,
  )
}

export function draw(...points: readonly Point[]): InkOp {
  return { kind: 'draw', atMs: 0, points: points.length > 0 ? points : [point(500, 100), point(500, 900)] }
}

export function point(x: number, y: number, t = 0): Point {
  return { x, y, t }
}

export const lift: InkOp = { kind: 'lift', atMs: 0 }
