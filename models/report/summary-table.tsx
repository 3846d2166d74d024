import type { DigitSetReport, EvaluationReport } from '#models/evaluation/report-schema'
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
              <th>as the prompt</th>
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
                <td>{set.kind === 'digits' ? percent(ownLockShare(set)) : ''}</td>
                <td>{asPromptText(set)}</td>
                <td>{set.ece.toFixed(4)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        Accuracy: the judge’s answer is right; it is the most probable digit, or “not a digit” where that has
        the lock probability, which for a digit is a mistake. Likeliest: the most probable of eleven is right,
        however little sure. Locks: digits that lock as they are drawn (pictures: that would). As the prompt:
        drawings that lock as a prompt which they are not, at any moment: <a href="#in-play">in play</a>. ECE:
        expected calibration error of the most probable answer, 15 bins of equal width.
      </p>
      <p className="quiet">
        What other figures of false locks go by, the final drawing alone and any digit but its own:{' '}
        {sets
          .map(
            (set) =>
              `${shortName(set.name)} ${percent(set.kind === 'digits' ? set.wrongLockShare : set.falseLockShare)}`,
          )
          .join(', ')}
        .
      </p>
    </>
  )
}

function ownLockShare(set: DigitSetReport): number {
  return set.inPlay?.rules.at(-1)?.own?.share ?? set.lockShare
}

function asPromptText({ inPlay }: EvaluationReport['sets'][number]): string {
  const shipped = inPlay?.rules.at(-1)
  return shipped ? percent(shipped.asPrompt.share) : ''
}
