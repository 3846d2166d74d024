/** 0.98765 becomes "98.77 %". */
export function percent(share: number, decimals = 2): string {
  return `${(share * 100).toFixed(decimals)} %`
}
