import type { DigitSetReport } from '#models/evaluation/report-schema'
import { confusionChart, reliabilityChart, shortName } from './charts'
import { DigitMetricsTable } from './digit-metrics-table'
import { GrowthFigures } from './growth-figures'
import { Mistakes } from './mistakes'
import { percent } from './percent'

type Props = {
  readonly set: DigitSetReport
  readonly lockThousandths: number
  readonly lockHoldMs: number
}

export function DigitSection({ set, lockThousandths, lockHoldMs }: Props) {
  const { name, count, accuracy, lockShare, digits, reliability, worst, growth } = set
  return (
    <section id={name}>
      <h2>{shortName(name)}</h2>
      <p>
        {count.toLocaleString('en')} digits, {percent(accuracy)} read rightly, {percent(lockShare)} lock.
      </p>
      <div className="pair">
        <figure>
          <figcaption>What was drawn, and what the network answered</figcaption>
          <img src={confusionChart(set)} alt="Confusion matrix, digits 0 to 9 by answers" />
        </figure>
        <figure>
          <figcaption>How sure, and how often right; larger dots hold more drawings</figcaption>
          <img src={reliabilityChart(reliability)} alt="Reliability diagram" />
        </figure>
      </div>
      <DigitMetricsTable digits={digits} />
      {growth && <GrowthFigures growth={growth} lockThousandths={lockThousandths} lockHoldMs={lockHoldMs} />}
      {worst.length > 0 && <h3>Worst mistakes</h3>}
      <Mistakes mistakes={worst} />
    </section>
  )
}
