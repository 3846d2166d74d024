import { labelText } from '#models/evaluation/lookalikes'
import type { OtherSetReport } from '#models/evaluation/report-schema'
import { reliabilityChart, shortName } from './charts'
import { Mistakes } from './mistakes'
import { percent } from './percent'

type Props = { readonly set: OtherSetReport; readonly locksAt: number }

const mostLabels = 12

export function OtherSection({ set, locksAt }: Props) {
  const { name, count, leftOut, falseLockShare, accuracy, falseLocks, reliability, worst } = set
  return (
    <section id={name}>
      <h2>{shortName(name)}</h2>
      <p>
        {count.toLocaleString('en')} drawings that are no digits ({leftOut.toLocaleString('en')} that may
        fairly be read as one are left out). {percent(falseLockShare)} reach {locksAt} for some digit; “not a
        digit” is the answer to {percent(accuracy)}.
      </p>
      <div className="pair">
        <figure>
          <figcaption>How sure, and how often right; larger dots hold more drawings</figcaption>
          <img src={reliabilityChart(reliability)} alt="Reliability diagram" />
        </figure>
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th>false locks</th>
                <th>lock</th>
                <th>of</th>
                <th>as</th>
              </tr>
            </thead>
            <tbody>
              {falseLocks.slice(0, mostLabels).map((kind) => (
                <tr key={kind.label}>
                  <td>{labelText(kind.label)}</td>
                  <td>{kind.locked}</td>
                  <td>{kind.count}</td>
                  <td>{kind.lockedAs.join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <h3>Nearest to a false lock</h3>
      <Mistakes mistakes={worst} />
    </section>
  )
}
