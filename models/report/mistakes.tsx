import { notADigit } from '#game/protocol/constants'
import type { Mistake } from '#models/evaluation/report-schema'
import { pictureOf } from './picture'

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
