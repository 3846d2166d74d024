import type { Answer } from '#game/drawing/drawing'
import type { JudgeVersion } from '#game/records/record'
import type { PackedDrawings } from './packed-drawings'

/** What a worker is told at its start. */
export type WorkerStart = { readonly modelsFolder: string; readonly engine: JudgeVersion['engine'] }

/** What a worker is asked; it answers one question after the other. */
export type WorkerQuestion =
  | { readonly type: 'load'; readonly version: string }
  | { readonly type: 'classify'; readonly version: string; readonly drawings: PackedDrawings }

export type WorkerAnswer =
  | { readonly type: 'loaded' }
  | { readonly type: 'classified'; readonly answers: readonly Answer[] }
  | { readonly type: 'refused'; readonly reason: string }
