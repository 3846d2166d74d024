import type { PlayerId } from '#game/protocol/scalars'
import type { Change, ServerMessage } from '#game/protocol/server-messages'
import type { Audience } from '#game/room/covered'

type Progress = ServerMessage<'drawing:progressed'>

/**
 * [P2] [R33] Numbers the progress of each reader by itself: numbers of all, or empty messages to fill the gaps, would tell everybody when
 * somebody's pen is down.
 */
export function createNumbering() {
  const last = new Map<PlayerId | null, number>()

  function numbered(reader: PlayerId | null, changes: Change[] | null, message: Progress): Progress | null {
    if (!changes) return null
    const sequence = (last.get(reader) ?? 0) + 1
    last.set(reader, sequence)
    return { ...message, sequence, changes }
  }

  return {
    /** @param reader null for everybody who is no insider @returns the number of the last progress that the reader was told of */
    lastOf: (reader: PlayerId | null) => last.get(reader) ?? 0,
    number(message: Progress, { all, own }: Audience<Change[]>): Audience<Progress> {
      return {
        all: numbered(null, all, message),
        own: new Map([...own].map(([reader, changes]) => [reader, numbered(reader, changes, message)])),
      }
    },
  }
}
