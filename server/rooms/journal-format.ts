import { z } from 'zod'
import type { Drawing } from '#game/drawing/drawing'
import { presentEdition } from '#game/drawing/editions'
import { encodeInk } from '#game/drawing/ink-codec'
import type { Command } from '#game/room/command'
import type { Phase } from '#game/room/room'
import { presentTempo } from '#game/room/tempo'
import { commandSchema } from './journal-command'
import { roomSchema } from './journal-schema'
import type { Generation, LoggedCommand, Snapshot } from './ports'

/**
 * The lines of a journal's file: first the room as it was, then one line for each command that has changed it, in order.
 * Each has the next number, so that a line which is missing is noticed.
 */

/** Counts up whenever the shape of a Room or of a command changes: what has another shape cannot be gone on with. */
const format = 3

const snapshotLine = z.strictObject({
  format: z.literal(format),
  number: z.int().min(0),
  at: z.int().min(0),
  room: roomSchema,
})
const commandLine = z.tuple([z.int().min(0), z.int().min(0), commandSchema])

export function snapshotToLine(number: number, { room, at }: Snapshot): string {
  return `${JSON.stringify({ format, number, at, room: { ...room, phase: packPhase(room.phase) } })}\n`
}

export function commandToLine(number: number, { command, at }: LoggedCommand): string {
  return `[${number},${at},${commandToJson(command)}]\n`
}

/** Ink and guesses are almost all lines: a template costs a third of what `JSON.stringify` does. Nothing in them needs to be escaped. */
function commandToJson(command: Command): string {
  if (command.type === 'ink:add') {
    const { type, playerId, round, drawing, from, ops, isByKeyboard, lagMs } = command
    return (
      `{"type":"${type}","playerId":"${playerId}","round":${round},"drawing":${drawing},"from":${from},` +
      `"ops":"${encodeInk(ops)}","isByKeyboard":${isByKeyboard},"lagMs":${lagMs}}`
    )
  }
  if (command.type === 'guess:make') {
    const { type, round, canvas, drawing, guess } = command
    const { opCount, thousandths, promptStrokeThousandths: stroke } = guess
    const ofStrokes = stroke === undefined ? '' : `,"promptStrokeThousandths":${stroke}`
    return (
      `{"type":"${type}","round":${round},"canvas":${canvas},"drawing":${drawing},` +
      `"guess":{"opCount":${opCount},"thousandths":[${thousandths.join()}]${ofStrokes}}}`
    )
  }
  return JSON.stringify(packCommand(command))
}

function packCommand(command: Command): object {
  return command.type === 'game:start'
    ? { edition: presentEdition, tempo: presentTempo, ...command }
    : command
}

function packPhase(phase: Phase): object {
  if (!('canvases' in phase)) return phase
  const canvases = phase.canvases.map((canvas) => ({ ...canvas, drawings: canvas.drawings.map(packDrawing) }))
  return { ...phase, canvases }
}

function packDrawing(drawing: Drawing): object {
  const { lockState: _, ink, guesses, ...kept } = drawing
  return { ...kept, ink: encodeInk(ink), guesses: guesses.slice() }
}

export type ParsedLog = {
  /** Null where not even the room can be read. */
  readonly generation: Generation | null
  /** The number of the last line that was read. */
  readonly number: number
  /** Why it was not read to its end; null where it was, but for a last line that was being written. */
  readonly fault: string | null
}

/** @param text a whole file; what follows the last line break was being written when the server was killed */
export function parseLog(text: string): ParsedLog {
  const [first, ...rest] = text.split('\n').slice(0, -1)
  if (first === undefined) return { generation: null, number: 0, fault: null }
  const snapshot = snapshotLine.safeParse(parseJson(first))
  if (!snapshot.success) return { generation: null, number: 0, fault: faultOf(snapshot.error) }
  const { room, records } = snapshot.data.room
  const { at, number: begin } = snapshot.data
  const commands: LoggedCommand[] = []
  const parsed = (fault: string | null) => ({
    generation: { room, at, records, commands },
    number: begin + commands.length,
    fault,
  })
  for (const line of rest) {
    const next = commandLine.safeParse(parseJson(line))
    if (!next.success) return parsed(faultOf(next.error))
    const [number, at, command] = next.data
    if (number !== begin + commands.length + 1)
      return parsed(`line ${number} follows ${begin + commands.length}`)
    commands.push({ command, at })
  }
  return parsed(null)
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function faultOf({ issues: [issue] }: z.ZodError): string {
  return `${issue?.path.join('.') || 'line'}: ${issue?.message}`
}
