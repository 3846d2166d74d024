import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import path from 'node:path'

/** The results of one bench: rows of figures by name, the unit in each column's name. */
export type Report = {
  readonly title: string
  readonly rows: Readonly<Record<string, Readonly<Record<string, number | string>>>>
  /** The conditions of the measurement. */
  readonly notes?: readonly string[]
}

export function describeMachine(): string {
  const [first] = cpus()
  const load = loadavg()[0]?.toFixed(1)
  return `${cpus().length} x ${first?.model.trim()}, Node ${process.versions.node}, load ${load} before the first bench`
}

export function printReport({ title, rows, notes = [] }: Report): void {
  console.log(`\n${title}`)
  console.table(rows)
  for (const note of notes) console.log(note)
}

export async function saveReports(file: string, machine: string, reports: readonly Report[]): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify({ machine, at: new Date().toISOString(), reports }, null, 2)}\n`)
}

/** Rounded to a precision that a second run would reproduce. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3))
}

/** @returns the value that `share` of all values do not exceed; NaN when there are none */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
