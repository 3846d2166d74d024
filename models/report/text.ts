import { type Confusion, figuresOverall, figuresPerDigit } from '#models/evaluation/confusion'
import type { DigitSetReport, EvaluationReport, Growth } from '#models/evaluation/report-schema'
import { shortName } from './charts'
import { intervalText, percent } from './percent'

/** The report for a terminal: one table of all sets, then the digits of each, then how drawings lock while they grow. */
export function textOf(report: EvaluationReport): string {
  const { version, engine, lockThousandths, lockHoldMs, speed, live, sets } = report
  const digitSets = sets.filter((set) => set.kind === 'digits')
  return [
    `${version} on ${engine}; locks at ${lockThousandths / 1000}, held ${lockHoldMs} ms`,
    ...(live ? [liveLine(live)] : []),
    `${speed.perSecond} pictures a second in batches of 32, ${speed.aloneMs.toFixed(2)} ms for one alone`,
    '',
    summary(report),
    '',
    inPlayTable(report),
    '',
    ...(report.training ? [seedText(report.training.confusion), ''] : []),
    ...digitSets.map((set) => `${shortName(set.name)}\n${confusionTable(set)}\n`),
    ...digitSets.flatMap(({ name, growth }) =>
      growth ? [`${shortName(name)}, as it is drawn\n${growthTable(growth, report)}\n`] : [],
    ),
  ].join('\n')
}

/** The judge in play, as far as reviewed control samples tell. */
export function liveLine({ count, right, low, high }: NonNullable<EvaluationReport['live']>): string {
  const drawings = `${count} ${count === 1 ? 'drawing' : 'drawings'}`
  return `live accuracy: ${percent(right / count)} (${percent(low)} to ${percent(high)}) of ${drawings} that were picked by chance and reviewed`
}

function summary({ sets }: EvaluationReport): string {
  return table([
    ['set', 'count', 'left out', 'accuracy', 'likeliest', 'end locked', 'end locked wrongly', 'ECE'],
    ...sets.map((set) => [
      shortName(set.name),
      `${set.count}`,
      `${set.leftOut}`,
      percent(set.accuracy),
      percent(set.likeliestAccuracy),
      set.kind === 'digits' ? percent(set.lockShare) : '',
      percent(set.kind === 'digits' ? set.wrongLockShare : set.falseLockShare),
      set.ece.toFixed(4),
    ]),
  ])
}

function seedText(confusion: Confusion): string {
  return `MNIST’s training pictures, on which the network learnt\n${confusionTable({ confusion: confusion.map((row) => [...row]), digits: figuresPerDigit(confusion) })}`
}

/** What the lock rule does in play: a row for each set and rule. */
function inPlayTable({ sets }: EvaluationReport): string {
  const played = sets.flatMap(({ name, count, inPlay }) => (inPlay ? [{ name, count, ...inPlay }] : []))
  if (played.length === 0) return ''
  const digits = Array.from({ length: 10 }, (_, digit) => `as ${digit}`)
  return [
    'In play: digits that lock, and drawings that lock as a prompt which they are not, at any moment: the mean over the ten',
    'prompts (95 % interval, bootstrap by writer)',
    table([
      ['set', 'rule', 'writers', 'own locks', 'as the prompt', 'without lookalikes'],
      ...played.flatMap(({ name, writers, lookalikes, rules }) =>
        rules.map(({ name: rule, own, asPrompt, withoutLookalikes }) => [
          shortName(name),
          rule,
          `${writers}`,
          own ? intervalText(own) : '',
          intervalText(asPrompt, 3),
          withoutLookalikes ? `${intervalText(withoutLookalikes, 3)} (${lookalikes} left out)` : '',
        ]),
      ),
    ]),
    '',
    table([
      ['as which prompt, under the rule of the game', ...digits, 'shown after'],
      ...played.map(({ name, prompts, medianShownMs }) => [
        shortName(name),
        ...prompts.map(({ share }) => percent(share)),
        medianShownMs === null ? '' : `${medianShownMs} ms`,
      ]),
    ]),
  ].join('\n')
}

/** One row a digit: what the network answered, then its figures. */
function confusionTable({ confusion, digits }: Pick<DigitSetReport, 'confusion' | 'digits'>): string {
  const answers = Array.from({ length: 10 }, (_, digit) => `${digit}`)
  return table([
    ['', ...answers, 'none', 'recall', 'specificity', 'accuracy', 'precision', 'F1', 'false positives'],
    ...[...digits, { digit: 'all', ...figuresOverall(confusion) }].map((one) => [
      `${one.digit}`,
      ...(confusion[Number(one.digit)] ?? Array<number>(11).fill(0)).map((count) =>
        count === 0 ? '·' : `${count}`,
      ),
      ...[one.recall, one.specificity, one.accuracy, one.precision, one.f1].map((share) => percent(share)),
      `${one.falsePositives}`,
    ]),
  ])
}

function growthTable(
  { rules, medianLockMs, otherAtLiftShare, progress }: Growth,
  shipped: Pick<EvaluationReport, 'lockThousandths' | 'lockHoldMs'>,
): string {
  const tried = rules.filter(
    (rule) => rule.lockHoldMs === shipped.lockHoldMs || rule.lockThousandths === shipped.lockThousandths,
  )
  return [
    table([
      ['lock at', 'hold', 'locks', 'ink at lock', 'ms to lock', 'flips after', 'another digit first'],
      ...tried.map((rule) => [
        `${rule.lockThousandths / 1000}`,
        `${rule.lockHoldMs} ms`,
        percent(rule.lockShare),
        percent(rule.medianInkShare, 0),
        rule.medianLockMs.toFixed(0),
        percent(rule.flipShare),
        percent(rule.otherLockShare),
      ]),
    ]),
    `median ms from pen-down to lock, 0 to 9: ${medianLockMs.map((ms) => ms?.toFixed(0) ?? '-').join(' ')}`,
    `lifted on another digit, with more to come: ${percent(otherAtLiftShare)}`,
    `progress moves by 5 points or more in ${percent(progress.moveShare)} of ${progress.guessCount} guesses before the lock (until it has held: ${percent(progress.moveShareUntilHeld)}), falls by as much in ${percent(progress.fallShare)}`,
    `progress falls within a stroke that goes right by ${percent(progress.worstFall)} of its height at most, is ${percent(progress.mostUnlocked)} at most without a lock, and ${percent(progress.otherDigit.median)} (95 of 100: ${percent(progress.otherDigit.most)}) for a finished drawing of another digit`,
  ].join('\n')
}

/** Columns as wide as their widest cell; the first to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}
