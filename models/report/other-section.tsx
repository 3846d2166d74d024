import type { OtherSetReport } from '#models/evaluation/report-schema'
import { reliabilityChart, shortName } from './charts'
import { Mistakes } from './mistakes'
import { percent } from './percent'

type Props = { readonly set: OtherSetReport; readonly locksAt: number }

export function OtherSection({ set, locksAt }: Props) {
  const { name, count, leftOut, falseLockShare, accuracy, lockedAs, reliability, worst } = set
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
                <th>locked as</th>
                <th>drawings</th>
              </tr>
            </thead>
            <tbody>
              {[...lockedAs.entries()].map(([digit, locked]) => (
                <tr key={digit}>
                  <td>{digit}</td>
                  <td>{locked}</td>
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
