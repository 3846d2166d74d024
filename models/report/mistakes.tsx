import { encode } from 'fast-png'
import { rasterSize } from '#game/drawing/rasterise'
import { notADigit } from '#game/protocol/constants'
import type { Mistake } from '#models/evaluation/report-schema'

/** Drawings as the network saw them, the surest mistake first. */
export function Mistakes({ mistakes }: { mistakes: readonly Mistake[] }) {
  return (
    <ul className="mistakes">
      {mistakes.map(({ record, label, answer, answerThousandths, truthThousandths, raster }) => (
        <li key={record}>
          <img src={pictureOf(raster)} alt={`Record ${record}, ${label}`} />
          <b>{answer === notADigit ? 'none' : answer}</b> {answerThousandths / 1000}
          <br />
          {label}, {truthThousandths / 1000}
          <br />
          <span className="quiet">record {record}</span>
        </li>
      ))}
    </ul>
  )
}

/**
 * A raster as a picture that a page can carry: dark ink on a light ground, one pixel for one.
 * @param raster 784 grey levels, base64
 * @returns PNG as a data URI
 */
function pictureOf(raster: string): string {
  const data = Uint8Array.from(Buffer.from(raster, 'base64'), (level) => 255 - level)
  const png = encode({ width: rasterSize, height: rasterSize, data, channels: 1, depth: 8 })
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`
}
