import type { ConfidenceInterval } from '#models/evaluation/bootstrap'

/** 0.98765 becomes "98.77 %". */
export function percent(share: number, decimals = 2): string {
  return `${(share * 100).toFixed(decimals)} %`
}

/** "97.11 % (95.86 to 98.32)". */
export function intervalText({ share, low, high }: ConfidenceInterval, decimals = 2): string {
  return `${percent(share, decimals)} (${(low * 100).toFixed(decimals)} to ${(high * 100).toFixed(decimals)})`
}
