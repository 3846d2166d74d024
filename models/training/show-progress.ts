import { SingleBar } from 'cli-progress'
import type { Watch } from './train-network'

const lineEveryMs = 30_000

type Terminal = {
  /** Whether lines can be written over again. */
  readonly isTerminal: boolean
  readonly log: (line: string) => void
  /** ms since 1970 */
  readonly now?: () => number
}

/** Shows how a run goes on: as a bar in a terminal, elsewhere (a log, a service) as a line from time to time. */
export function showProgress({ isTerminal, log, now = Date.now }: Terminal): Required<Watch> {
  return {
    ...(isTerminal ? showBar() : showLines(log, now)),
    resume: (step, steps) => log(`going on at step ${step} of ${steps}`),
    epoch({ epoch, loss, pictures, digits, falseLocks }) {
      const share = (value: number) => `${(value * 100).toFixed(2)} %`
      log(
        `${isTerminal ? '\n' : ''}epoch ${epoch.toFixed(1)}: loss ${loss.toFixed(4)}, held out: pictures ${share(pictures)}, ` +
          `drawn digits ${share(digits)}, others that lock ${share(falseLocks)}`,
      )
    },
    unkept: ({ message }) =>
      log(`${isTerminal ? '\n' : ''}the run could not be kept, and goes on: ${message}`),
  }
}

function showBar(): Pick<Watch, 'step'> {
  const bar = new SingleBar({ format: '{bar} {percentage}% | {eta_formatted} to go | loss {loss}' })
  return {
    step(step, steps, loss) {
      if (!bar.isActive) bar.start(steps, step, { loss: '' })
      bar.update(step, { loss: loss.toFixed(3) })
      if (step === steps) bar.stop()
    },
  }
}

function showLines(log: Terminal['log'], now: () => number): Pick<Watch, 'step'> {
  let toldAt = Number.NEGATIVE_INFINITY
  let first: { readonly step: number; readonly at: number } | null = null
  return {
    step(step, steps, loss) {
      first ??= { step, at: now() }
      if (now() - toldAt < lineEveryMs && step < steps) return
      toldAt = now()
      const done = step - first.step
      const minutes = done > 0 ? ((now() - first.at) / done / 60_000) * (steps - step) : null
      const left =
        minutes === null ? '' : `, ${minutes < 1 ? 'under a minute' : `${Math.round(minutes)} min`} to go`
      log(`step ${step} of ${steps}: loss ${loss.toFixed(3)}${left}`)
    },
  }
}
