import { createHash } from 'node:crypto'
import type { Layer } from '#models/model-schema'
import type { Examples } from './training-set'

/** All that decides what a training run comes to. */
type Run = {
  readonly training: Examples
  readonly heldOut: Examples
  readonly epochs: number
  readonly seed: number
  readonly warp: number
  readonly layers: readonly Layer[]
  readonly from: Float32Array | null
  readonly teachers: readonly string[]
}

/** @returns the same for two runs only if one may go on where the other stopped */
export function fingerprint({ training, heldOut, from, ...rest }: Run): string {
  const { epochs, seed, warp, layers, teachers } = rest
  const hash = createHash('sha256').update(JSON.stringify({ epochs, seed, warp, layers, teachers }))
  hash.update(from ? new Uint8Array(from.buffer, from.byteOffset, from.byteLength) : 'from scratch')
  for (const { pictures, digits, others, players } of [training, heldOut]) {
    hash.update(`${pictures.length} ${digits.length} ${others.length}`)
    for (const { label, raster } of pictures) hash.update(String(label)).update(raster)
    for (const drawing of [...digits, ...others]) hash.update(JSON.stringify(drawing))
    for (const sample of players?.samples ?? [])
      hash.update(JSON.stringify('raster' in sample ? { ...sample, raster: [...sample.raster] } : sample))
  }
  return hash.digest('hex')
}
