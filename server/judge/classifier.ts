import type { Answer } from '#game/drawing/drawing'
import type { RoomCode } from '#game/protocol/scalars'
import type { JudgeVersion } from '#game/records/record'
import type { PackedDrawing } from './packed-drawings'

/** Whoever answers what a drawing is. Rooms know no more of the network than this. */
export type Classifier = {
  /** The champion: what a game that begins now will be judged by, to its end. */
  readonly judge: JudgeVersion
  /** How many workers judge, how many drawings wait for one, and for how many ms a worker has judged so far, on the mean. */
  readonly load: { readonly workers: number; readonly waiting: number; readonly busyMs: number }
  /**
   * @param drawing at least one point in all
   * @param room who asks: each room has its turn, however much others ask
   * @throws OverloadedError when the queue is full and this room has most in it; any other error is the judge's
   */
  classify(drawing: PackedDrawing, judgeVersion: string, room: RoomCode): Promise<Answer>
  /**
   * Makes another version the champion once every worker has it ready; games that began before keep theirs.
   * @throws ModelRefusedError when it does not fit; the old champion goes on
   */
  swap(version: string): Promise<void>
  close(): Promise<void>
}

/** More was asked than the judge can answer in time. The newest ink is worth asking about again a little later. */
export class OverloadedError extends Error {
  override readonly name = 'OverloadedError'
}
