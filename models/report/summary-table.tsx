import type { EvaluationReport } from '#models/evaluation/report-schema'
import { shortName } from './charts'
import { percent } from './percent'

export function SummaryTable({ sets }: Pick<EvaluationReport, 'sets'>) {
  return (
    <>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th>set</th>
              <th>count</th>
              <th>accuracy</th>
              <th>likeliest</th>
              <th>locks</th>
              <th>wrong locks</th>
              <th>ECE</th>
            </tr>
          </thead>
          <tbody>
            {sets.map((set) => (
              <tr key={set.name}>
                <td>
                  <a href={`#${set.name}`}>{shortName(set.name)}</a>
                </td>
                <td>{set.count.toLocaleString('en')}</td>
                <td>{percent(set.accuracy)}</td>
                <td>{percent(set.likeliestAccuracy)}</td>
                <td>{set.kind === 'digits' ? percent(set.lockShare) : ''}</td>
                <td>{percent(set.kind === 'digits' ? set.wrongLockShare : set.falseLockShare)}</td>
                <td>{set.ece.toFixed(4)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        Accuracy: the judge’s answer is right; it is the most probable digit, or “not a digit” where that has
        the lock probability, which for a digit is a mistake. Likeliest: the most probable of eleven is right,
        however little sure. Locks: the final drawing reaches the lock probability for its digit; wrong locks:
        for another one, or for any where there is none. ECE: expected calibration error of the most probable
        answer, 15 bins of equal width.
      </p>
    </>
  )
}
