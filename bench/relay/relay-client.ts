import type { InkOp } from '#game/drawing/ink'

/** A player's connection to a room, of the game or of the bare relay. Canvases are known by their index in the room. */
export type RelayClient = {
  readonly canvas: number
  /** @param from how many ops of this canvas have been sent before */
  send(from: number, ops: readonly InkOp[]): void
}

/** Called with what a client receives. */
export type RelayListener = {
  /** Ink of some canvas, up to its op number `upTo`, counted from its op number `from`. */
  ink(canvas: number, from: number): void
  /** The judge has answered about the first `opCount` ops of some canvas. */
  guess(canvas: number, opCount: number): void
}
