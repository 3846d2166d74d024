import type { Growth } from '#models/evaluation/report-schema'
import { growthChart } from './charts'
import { percent } from './percent'

type Props = { readonly growth: Growth; readonly lockThousandths: number; readonly lockHoldMs: number }

/** How early and how stably drawings lock: the curves from which the lock rule was chosen. */
export function GrowthFigures({ growth, lockThousandths, lockHoldMs }: Props) {
  const tried = growth.rules.filter(
    (rule) => rule.lockHoldMs === lockHoldMs || rule.lockThousandths === lockThousandths,
  )
  return (
    <>
      <h3>While it is drawn</h3>
      <div className="pair">
        <figure>
          <figcaption>{growth.guessCount.toLocaleString('en')} guesses, one for each batch of ink</figcaption>
          <img src={growthChart(growth)} alt="How sure the network is, against the share of ink drawn" />
        </figure>
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th>lock at, hold</th>
                <th>locks</th>
                <th>ink</th>
                <th>ms</th>
                <th>flips</th>
                <th>another</th>
              </tr>
            </thead>
            <tbody>
              {tried.map((rule) => {
                const isShipped = rule.lockThousandths === lockThousandths && rule.lockHoldMs === lockHoldMs
                return (
                  <tr
                    key={`${rule.lockThousandths} ${rule.lockHoldMs}`}
                    className={isShipped ? 'shipped' : undefined}
                  >
                    <td>{`${rule.lockThousandths / 1000}, ${rule.lockHoldMs} ms`}</td>
                    <td>{percent(rule.lockShare, 1)}</td>
                    <td>{percent(rule.medianInkShare, 0)}</td>
                    <td>{rule.medianLockMs.toFixed(0)}</td>
                    <td>{percent(rule.flipShare, 1)}</td>
                    <td>{percent(rule.otherLockShare, 1)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      </div>
      <p className="quiet">
        Ink and ms: medians when the lock begins, from the first touch. Flips: locked, but a later guess in
        the same drawing fell below. Another: would have locked as another digit before it was finished.
        Median ms for 0 to 9: {growth.medianLockMs.map((ms) => ms?.toFixed(0) ?? '–').join(', ')}.
      </p>
    </>
  )
}
