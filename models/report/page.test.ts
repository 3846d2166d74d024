import { expect, test } from 'vitest'
import { measureGrowth } from '#models/evaluation/growth'
import { measureDigits, measureOthers } from '#models/evaluation/measure'
import { type DigitSetReport, type EvaluationReport, reportSchema } from '#models/evaluation/report-schema'
import type { Classification } from '#models/judge'
import { reportPage } from './page'
import { textOf } from './text'

const sure = (answer: number): Classification => ({
  probabilities: Float32Array.from({ length: 11 }, (_, index) => (index === answer ? 1 : 0)),
  thousandths: Array.from({ length: 11 }, (_, index) => (index === answer ? 1000 : 0)),
})

const raster = new Uint8Array(784).fill(200, 300, 310)
const growth = measureGrowth([
  {
    prompt: 7,
    promptAtMs: 0,
    ink: [{ kind: 'draw', atMs: 33, points: [{ x: 1, y: 1, t: 0 }] }],
    guesses: [{ opCount: 1, thousandths: sure(7).thousandths }],
  },
])
const digits = measureDigits(
  {
    name: 'digits-finger-test.ndjson.gz',
    leftOut: 0,
    pictures: [
      { record: 1, label: '7', truth: 7, raster },
      { record: 2, label: '1', truth: 1, raster },
    ],
  },
  [sure(7), sure(7)],
  900,
)
const others = measureOthers(
  {
    name: 'others-<script>-test.ndjson',
    leftOut: 3,
    pictures: [{ record: 4, label: 'axe', truth: 10, raster }],
  },
  [sure(4)],
  900,
)
const report: EvaluationReport = {
  version: 'digits-v1',
  engine: 'wasm',
  lockThousandths: 900,
  lockHoldMs: 150,
  speed: { perSecond: 12_345, aloneMs: 0.2 },
  sets: [{ ...digits, growth }, others],
}

test('live accuracy: the report begins with it, and with how sure that is', () => {
  const live = { count: 100, right: 96, low: 0.9, high: 0.985 }
  const told = textOf({ ...report, live }).split('\n')[1]
  expect(told).toBe(
    'live accuracy: 96.00 % (90.00 % to 98.50 %) of 100 drawings that were picked by chance and reviewed',
  )
  expect(reportPage({ ...report, live })).toContain('live accuracy: 96.00 %')
  expect(textOf(report)).not.toContain('live accuracy')
})

test('a report survives being written as JSON and read back', () => {
  expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
})

const exactly = (share: number) => ({ share, low: share / 2, high: 1 })
const inPlay: NonNullable<DigitSetReport['inPlay']> = {
  ...{ writers: 12, lookalikes: 0, medianShownMs: 231 },
  rules: [
    { name: 'before', own: exactly(0.5), asPrompt: exactly(0.25), withoutLookalikes: null },
    { name: 'now', own: exactly(0.5), asPrompt: exactly(0.125), withoutLookalikes: null },
  ],
  prompts: Array.from({ length: 10 }, (_, prompt) => ({ prompt, ...exactly(prompt / 100) })),
}

test('in play: the report has own locks beside false ones, with intervals, hands and each prompt; final drawings are a footnote', () => {
  const lookalike = {
    ...inPlay,
    lookalikes: 2,
    rules: inPlay.rules.map((rule) => ({ ...rule, own: null, withoutLookalikes: exactly(0.0625) })),
  }
  const played = {
    ...report,
    sets: [
      { ...digits, growth, inPlay },
      { ...others, inPlay: lookalike },
    ],
  }
  expect(reportSchema.parse(JSON.parse(JSON.stringify(played)))).toEqual(played)
  const text = textOf(played)
  expect(text).toMatch(/now +12 +50\.00 % \(25\.00 to 100\.00\) +12\.500 % \(6\.250 to 100\.000\)/)
  expect(text).toContain('6.250 % (3.125 to 100.000) (2 left out)')
  const page = reportPage(played)
  expect(page).toContain('<td>12.500 % (6.250 to 100.000)</td>')
  expect(page).toContain('others-&lt;script&gt;-test 100.00 %')
  expect(reportPage(report)).not.toContain('In play')
})

test('seed: training and test pictures of MNIST stand side by side with what the seed read of them', () => {
  const named = { ...digits, name: 't10k-images-idx3-ubyte.gz' }
  const { confusion } = digits
  const page = reportPage({ ...report, training: { confusion }, sets: [named] })
  expect(page).toContain('99.92 %')
  expect(page).toContain('99.16 %')
  expect(page).toContain('<b>50.00 %</b>')
  expect(textOf({ ...report, training: { confusion } })).toContain('MNIST’s training pictures')
  expect(reportPage(report)).not.toContain('99.16 %')
})

test('the page needs nothing but itself, and escapes what it was given', () => {
  const page = reportPage(report)
  const sources = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, source]) => source)
  expect(sources.length).toBeGreaterThan(6)
  expect(sources.every((source) => source?.startsWith('data:image/') || source?.startsWith('#'))).toBe(true)
  expect(page).not.toContain('<script>')
  expect(page).not.toMatch(/url\(|@import/)
})

test('every chart on the page is sound SVG', () => {
  const charts = [...reportPage(report).matchAll(/data:image\/svg\+xml;base64,([^"]*)/g)]
  expect(charts).toHaveLength(6)
  for (const [, base64 = ''] of charts) {
    const svg = Buffer.from(base64, 'base64').toString('utf8')
    const withoutTags = svg
      .replaceAll(/<!\[CDATA\[.*?\]\]>/gs, '')
      .replaceAll(/<\/?[\w-]+(?:\s+[\w:-]+="[^"<>]*")*\s*\/?>/g, '')
    expect(withoutTags).not.toMatch(/[<>]/)
  }
})

test('the terminal gets a line for every set, and the worst of them in figures', () => {
  const lines = textOf(report).split('\n')
  expect(lines.find((line) => line.startsWith('digits-finger-test  '))).toMatch(
    /2 +0 +50\.00 % +50\.00 % +50\.00 % +50\.00 % +0\.5000$/,
  )
  expect(lines.find((line) => line.startsWith('others-<script>-test'))).toMatch(
    /1 +3 +0\.00 % +0\.00 % +100\.00 % +1\.0000$/,
  )
})
