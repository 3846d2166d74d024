import type { Refusal } from '#game/protocol/refusal'
import type { Command } from '#game/room/command'
import type { Clock } from '#server/host/clock'

/** Whoever has sent a command that is taken in later, and hears of it only if nothing came of it. */
export type CommandSender = { refused(refusal: Refusal): void; failed(error: unknown): void }

export type Inbox = {
  /** While something is taken in, when it had arrived. */
  readonly takingAt: number | null
  /** @returns when it arrived: now */
  add(command: Command, sender: CommandSender): number
  /** Takes in all there is, in order. */
  takeIn(): void
}

/**
 * Ink and guesses of a room until they are taken in together, as of when each arrived: a room's own, one after the other, cost a fraction of
 * the same between those of other rooms.
 * @param take returns why a command was refused, if it was
 */
export function createInbox(
  clock: Clock,
  take: (command: Command, at: number) => Refusal | undefined,
): Inbox {
  let waiting: { command: Command; at: number; sender: CommandSender }[] = []
  let takingAt: number | null = null

  return {
    get takingAt() {
      return takingAt
    },
    add(command, sender) {
      const at = clock.now()
      waiting.push({ command, at, sender })
      return at
    },
    takeIn() {
      if (waiting.length === 0) return
      const arrived = waiting
      waiting = []
      for (const { command, at, sender } of arrived) {
        takingAt = at
        try {
          const refusal = take(command, at)
          if (refusal) sender.refused(refusal)
        } catch (error) {
          sender.failed(error)
        }
      }
      takingAt = null
    },
  }
}
