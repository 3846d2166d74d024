import type { ModelMetrics } from './metrics'

type SetMetrics = ModelMetrics['sets'][number]

/** Shares that a challenger may lose before it is held up; the first is for pictures, where one in 2,000 is chance. */
const allowedLoss = { pictures: 0.0005, drawings: 0, recall: 0.005, speed: 0.2 }
const mostEce = 0.02

const percent = (share: number) => `${(share * 100).toFixed(2)} %`

/**
 * Why a challenger should not take the champion's place, a sentence each; none when nothing speaks against it. Only sets
 * that both were measured on are compared, by name.
 */
export function objectionsTo(challenger: ModelMetrics, champion: ModelMetrics): string[] {
  const pairs = champion.sets.flatMap((before) => {
    const after = challenger.sets.find(({ name }) => name === before.name)
    return after ? [{ before, after }] : []
  })
  const slowest = champion.speed.perSecond * (1 - allowedLoss.speed)
  return [
    ...(pairs.length === 0 ? ['the two were measured on no set in common'] : []),
    ...(challenger.speed.perSecond < slowest
      ? [
          `it judges ${challenger.speed.perSecond} pictures a second, ${champion.version} ${champion.speed.perSecond}`,
        ]
      : []),
    ...pairs.flatMap(({ before, after }) =>
      before.kind === 'digits' ? objectionsToDigits(before, after) : objectionsToOthers(before, after),
    ),
  ]
}

function objectionsToDigits(before: SetMetrics, after: SetMetrics): string[] {
  const isPictures = before.name.includes('images')
  const objections: string[] = []
  if (after.accuracy < before.accuracy - allowedLoss[isPictures ? 'pictures' : 'drawings'])
    objections.push(`${after.name}: ${percent(after.accuracy)} are right, ${percent(before.accuracy)} were`)
  if (after.ece > mostEce) objections.push(`${after.name}: the calibration error is ${percent(after.ece)}`)
  after.recall.forEach((recall, digit) => {
    const was = before.recall[digit] ?? 0
    if (recall < was - allowedLoss.recall)
      objections.push(`${after.name}: of ${digit}s, ${percent(recall)} are read, ${percent(was)} were`)
  })
  return objections
}

function objectionsToOthers(before: SetMetrics, after: SetMetrics): string[] {
  return after.wrongLockShare > before.wrongLockShare
    ? [
        `${after.name}: ${percent(after.wrongLockShare)} lock as a digit, ${percent(before.wrongLockShare)} did`,
      ]
    : []
}
