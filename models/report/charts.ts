import type {
  DigitSetReport,
  EvaluationReport,
  Growth,
  InkStep,
  ReliabilityBin,
} from '#models/evaluation/report-schema'
import { axis, chart, colours } from './chart'
import { percent } from './percent'

const percentLabel = { formatter: (share: number) => percent(share, 0) }

/** Rows: what was drawn. Columns: what the network said. The colour is the share of the row, on a root scale. */
export function confusionChart({ confusion }: Pick<DigitSetReport, 'confusion'>): string {
  const cells = confusion.flatMap((row, label) => {
    const total = row.reduce((sum, count) => sum + count, 0)
    return row.map((count, answer) => ({
      value: [answer, label, total === 0 ? 0 : Math.sqrt(count / total), count],
      label: { show: count > 0, color: label === answer ? colours.paper : colours.ink },
    }))
  })
  const digits = Array.from({ length: 10 }, (_, digit) => `${digit}`)
  const category = { type: 'category', splitLine: { show: false }, axisTick: { show: false } }
  return chart(460, 420, {
    grid: { left: 50, right: 10, top: 10, bottom: 50 },
    xAxis: axis('answered', { ...category, data: [...digits, 'none'] }),
    yAxis: axis('drawn', { ...category, data: digits, inverse: true }),
    visualMap: {
      show: false,
      min: 0,
      max: 1,
      dimension: 2,
      inRange: { color: [colours.card, '#F2A48F', colours.accent] },
    },
    series: [
      {
        type: 'heatmap',
        data: cells,
        label: { formatter: ({ value }: { value: number[] }) => `${value[3]}`, fontSize: 11 },
        itemStyle: { borderColor: colours.line, borderWidth: 1 },
      },
    ],
  })
}

/** How often answers were right against how sure they were; on the diagonal, sureness can be taken at its word. */
export function reliabilityChart(bins: readonly ReliabilityBin[]): string {
  const total = bins.reduce((sum, { count }) => sum + count, 0)
  const filled = bins.filter(({ count }) => count > 0)
  return chart(460, 420, {
    grid: { left: 60, right: 20, top: 20, bottom: 50 },
    xAxis: axis('how sure', { min: 0, max: 1, axisLabel: percentLabel }),
    yAxis: axis('how often right', { min: 0, max: 1, axisLabel: percentLabel, nameGap: 42 }),
    series: [
      {
        type: 'line',
        data: [
          [0, 0],
          [1, 1],
        ],
        symbol: 'none',
        lineStyle: { color: colours.quiet, type: 'dashed', width: 1 },
      },
      {
        type: 'scatter',
        data: filled.map(({ meanProbability, accuracy, count }) => [meanProbability, accuracy, count]),
        symbolSize: ([, , count]: number[]) => 6 + 22 * Math.sqrt((count ?? 0) / total),
        itemStyle: { color: colours.accent, opacity: 0.75 },
      },
    ],
  })
}

/** What the network thinks of digits while they are drawn. */
export function growthChart({ byInk }: Pick<Growth, 'byInk'>): string {
  const line = (name: string, color: string, value: (step: InkStep) => number) => ({
    type: 'line',
    name,
    data: byInk.map((step) => [step.inkShare, value(step)]),
    symbol: 'circle',
    symbolSize: 6,
    lineStyle: { color, width: 2 },
    itemStyle: { color },
  })
  return chart(460, 420, {
    grid: { left: 60, right: 20, top: 40, bottom: 50 },
    legend: { top: 0, itemGap: 28, icon: 'roundRect', itemHeight: 4 },
    xAxis: axis('ink on the canvas', { min: 0, max: 1, axisLabel: percentLabel }),
    yAxis: axis('', { min: 0, max: 1, axisLabel: percentLabel }),
    series: [
      line('mean P(digit)', colours.ink, (step) => step.meanTruthProbability),
      line('sure and right', colours.green, (step) => step.rightShare),
      line('sure and wrong', colours.accent, (step) => step.wrongShare),
    ],
  })
}

/** The price of a lock probability: how many drawings would be believed at each. Digits should be, others should not. */
export function lockChart(
  { sets, lockThousandths }: Pick<EvaluationReport, 'sets' | 'lockThousandths'>,
  kind: 'digits' | 'others',
): string {
  const colors = [colours.ink, colours.accent, colours.blue, colours.green]
  const series = sets
    .filter((set) => set.kind === kind)
    .map(({ name, lockCurve }, place) => ({
      type: 'line',
      name: shortName(name),
      data: lockCurve.map((point) => [point.lockThousandths / 1000, point.share]),
      symbol: 'none',
      lineStyle: { width: 2, type: place < colors.length ? 'solid' : 'dashed' },
      color: colors[place % colors.length],
      markLine: {
        silent: true,
        symbol: 'none',
        label: { show: false },
        lineStyle: { color: colours.quiet, type: 'dotted' },
        data: [{ xAxis: lockThousandths / 1000 }],
      },
    }))
  return chart(460, 420, {
    grid: { left: 60, right: 20, top: 60, bottom: 50 },
    legend: { left: 50, top: 0, itemGap: 28, icon: 'roundRect', itemHeight: 4 },
    xAxis: axis('lock probability', { min: 0.5, max: 1 }),
    yAxis: axis('', {
      ...(kind === 'digits' && { min: 0.9, max: 1 }),
      axisLabel: { formatter: (share: number) => percent(share, kind === 'digits' ? 0 : 1) },
    }),
    series,
  })
}

export function shortName(fileName: string): string {
  return fileName
    .replace(/\.gz$/, '')
    .replace(/\.ndjson$/, '')
    .replace(/-images-idx3-ubyte$/, ' images')
}
