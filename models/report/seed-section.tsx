import { type Confusion, figuresOverall, figuresPerDigit } from '#models/evaluation/confusion'
import { percent } from './percent'

/** Accuracy on MNIST of the network from which the idea of this game came, as published with it. */
const seed = { training: 0.9992, test: 0.9916 }

type Props = { readonly training: Confusion; readonly test: Confusion }

/** MNIST as networks for it are usually reported, beside the network that this project grew from. */
export function SeedSection({ training, test }: Props) {
  const columns = [
    { name: 'training', all: figuresOverall(training), digits: figuresPerDigit(training) },
    { name: 'test', all: figuresOverall(test), digits: figuresPerDigit(test) },
  ] as const
  const rows = Array.from({ length: 10 }, (_, digit) => ({
    name: `${digit}`,
    figures: columns.map(({ digits }) => digits[digit]),
  }))
  return (
    <section id="seed">
      <h2>MNIST, beside the seed</h2>
      <p>
        The seed of this project was a network for MNIST that reads {percent(seed.training)} of the pictures
        it was trained on and {percent(seed.test)} of the test pictures. This one reads{' '}
        <b>{percent(columns[0].all.accuracy)}</b> and <b>{percent(columns[1].all.accuracy)}</b>, though “not a
        digit” counts as a mistake, and though it has learnt drawings as well.
      </p>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th rowSpan={2}>digit</th>
              {columns.map(({ name }) => (
                <th key={name} colSpan={5}>
                  {name}
                </th>
              ))}
            </tr>
            <tr>
              {columns.map(({ name }) => (
                <HeadCells key={name} />
              ))}
            </tr>
          </thead>
          <tbody>
            {[...rows, { name: 'all', figures: columns.map(({ all }) => all) }].map(({ name, figures }) => (
              <tr key={name} className={name === 'all' ? 'shipped' : undefined}>
                <td>{name}</td>
                {figures.map((one, index) => (
                  <FigureCells key={columns[index]?.name} figures={one} />
                ))}
              </tr>
            ))}
            <tr>
              <td>seed</td>
              {([seed.training, seed.test] as const).map((accuracy) => (
                <FigureCells key={accuracy} accuracy={accuracy} />
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <p className="quiet">
        Sensitivity: of a digit’s pictures, those that were read as it. Specificity: of all others, those that
        were not. Accuracy: both together; in the last rows the share of right answers. False: pictures taken
        for this digit that are another. Where all digits are taken together, sensitivity and specificity are
        means over the ten. One in 15 training pictures was held out to calibrate.
      </p>
    </section>
  )
}

function HeadCells() {
  return (
    <>
      <th>count</th>
      <th>sensitivity</th>
      <th>specificity</th>
      <th>accuracy</th>
      <th>false</th>
    </>
  )
}

type Figures = ReturnType<typeof figuresOverall>

function FigureCells({ figures, accuracy }: { figures?: Figures | undefined; accuracy?: number }) {
  if (!figures) {
    return (
      <>
        <td colSpan={3} />
        <td>{accuracy !== undefined && percent(accuracy)}</td>
        <td />
      </>
    )
  }
  return (
    <>
      <td>{figures.count.toLocaleString('en')}</td>
      <td>{percent(figures.recall)}</td>
      <td>{percent(figures.specificity)}</td>
      <td>{percent(figures.accuracy)}</td>
      <td>{figures.falsePositives}</td>
    </>
  )
}
