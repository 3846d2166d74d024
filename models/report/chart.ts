import { HeatmapChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, VisualMapComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([
  HeatmapChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  VisualMapComponent,
  SVGRenderer,
])

export const colours = {
  paper: '#FBF7EF',
  card: '#FFFDF8',
  ink: '#1B1A17',
  quiet: '#6E685C',
  line: '#E4DCCB',
  accent: '#D9381E',
  blue: '#0072B2',
  green: '#009E73',
} as const

/** Without quotes: the chart library writes the name into an attribute as it stands. */
export const typeface = 'ui-sans-serif, system-ui, sans-serif'

/** Draws a chart without a browser. @returns SVG as a data URI, so that a page carries it as an ordinary image. */
export function chart(width: number, height: number, option: EChartsCoreOption): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height })
  drawing.setOption({
    animation: false,
    textStyle: { fontFamily: typeface, color: colours.ink, fontSize: 12 },
    ...option,
  })
  const svg = drawing.renderToSVGString()
  drawing.dispose()
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

/** An axis in the manner of this report: quiet lines, numbers in ink. */
export function axis(name: string, more: object = {}) {
  return {
    type: 'value',
    name,
    nameLocation: 'middle',
    nameGap: 30,
    nameTextStyle: { color: colours.quiet },
    axisLine: { show: true, lineStyle: { color: colours.quiet } },
    axisLabel: { color: colours.ink },
    splitLine: { lineStyle: { color: colours.line } },
    ...more,
  }
}
