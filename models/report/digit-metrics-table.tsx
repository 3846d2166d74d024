import type { DigitSetReport } from '#models/evaluation/report-schema'
import { percent } from './percent'

export function DigitMetricsTable({ digits }: Pick<DigitSetReport, 'digits'>) {
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th>digit</th>
            <th>count</th>
            <th>sensitivity (recall)</th>
            <th>specificity</th>
            <th>accuracy</th>
            <th>precision</th>
            <th>F1</th>
            <th>false positives</th>
          </tr>
        </thead>
        <tbody>
          {digits.map(({ digit, count, recall, specificity, accuracy, precision, f1, falsePositives }) => (
            <tr key={digit}>
              <td>{digit}</td>
              <td>{count.toLocaleString('en')}</td>
              <td>{percent(recall)}</td>
              <td>{percent(specificity)}</td>
              <td>{percent(accuracy)}</td>
              <td>{percent(precision)}</td>
              <td>{percent(f1)}</td>
              <td>{falsePositives}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
