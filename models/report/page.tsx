import { renderToStaticMarkup } from 'react-dom/server'
import type { EvaluationReport } from '#models/evaluation/report-schema'
import { lockChart } from './charts'
import { DigitSection } from './digit-section'
import { InPlayTable } from './in-play-table'
import { OtherSection } from './other-section'
import { pageStyle } from './page-style'
import { SeedSection } from './seed-section'
import { SummaryTable } from './summary-table'
import { liveLine } from './text'

const mnistTest = 't10k-images'

/** The report as one HTML page that needs nothing but itself. */
export function reportPage(report: EvaluationReport): string {
  return `<!doctype html>${renderToStaticMarkup(<Page report={report} />)}`
}

function Page({ report }: { report: EvaluationReport }) {
  const { version, engine, lockThousandths, lockHoldMs, speed, live, training, sets } = report
  const mnist = sets.find((set) => set.kind === 'digits' && set.name.startsWith(mnistTest))
  const locksAt = lockThousandths / 1000
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${version}: evaluation`}</title>
        <style>{pageStyle}</style>
      </head>
      <body>
        <main>
          <h1>{version}</h1>
          <p>
            How well this network reads what people draw, and how well it knows when it does not. It judges on{' '}
            {engine}; a drawing locks when the probability of its digit reaches {locksAt} and stays there for{' '}
            {lockHoldMs} ms and until the pen is lifted.
          </p>
          {live && (
            <p>
              <b>{liveLine(live)}</b>
            </p>
          )}
          <ul className="facts">
            <li>
              <b>{sets.reduce((sum, { count }) => sum + count, 0).toLocaleString('en')}</b> drawings judged
            </li>
            <li>
              <b>{speed.perSecond.toLocaleString('en')}</b> a second in batches of 32
            </li>
            <li>
              <b>{speed.aloneMs.toFixed(2)} ms</b> for one alone
            </li>
          </ul>
          <SummaryTable sets={sets} />
          <InPlayTable sets={sets} />
          {training && mnist?.kind === 'digits' && (
            <SeedSection training={training.confusion} test={mnist.confusion} />
          )}
          <h2>How sure</h2>
          <div className="pair">
            <figure>
              <figcaption>
                Digits that lock on their final drawing, by lock probability; dotted: in play
              </figcaption>
              <img src={lockChart(report, 'digits')} alt="Share of digits that lock" />
            </figure>
            <figure>
              <figcaption>Non-digits that the prompt of some digit would accept</figcaption>
              <img src={lockChart(report, 'others')} alt="Share of non-digits that lock" />
            </figure>
          </div>
          {sets.map((set) =>
            set.kind === 'digits' ? (
              <DigitSection
                key={set.name}
                set={set}
                lockThousandths={lockThousandths}
                lockHoldMs={lockHoldMs}
              />
            ) : (
              <OtherSection key={set.name} set={set} locksAt={locksAt} />
            ),
          )}
        </main>
      </body>
    </html>
  )
}
