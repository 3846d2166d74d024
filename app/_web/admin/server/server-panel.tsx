'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { CartesianGrid, Legend, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartBox } from '../../kit/chart-box'
import { axisStyle, gridStyle, lineTooltip } from '../../kit/chart-style'
import { FigureCards } from '../../kit/figure-cards'
import { Panel } from '../../kit/panel'
import { Spinner } from '../../kit/spinner'
import type { Interval, MetricsReading } from './read-metrics'
import { useReadings } from './use-readings'

const phaseNames = ['lobby', 'countdown', 'drawing', 'judging', 'voting', 'reveal', 'finished'] as const

/** The server as it is now: the same figures that `/metrics` gives to a scraper. */
export function ServerPanel() {
  const t = useTranslations('admin.server')
  const { latest, intervals, isAway } = useReadings()
  return (
    <>
      <h1 className="text-4xl">{t('heading')}</h1>
      <p role="status" className="mt-2 text-bad empty:hidden">
        {isAway && t(latest ? 'away' : 'awayFromStart')}
      </p>
      {latest ? (
        <div className="mt-5 grid gap-6">
          <Figures latest={latest} interval={intervals.at(-1)} />
          <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
            <Latencies intervals={intervals} />
            <RoomsByPhase rooms={latest.rooms} />
            <Counts heading={t('refusals')} counts={latest.refusals} none={t('noRefusals')} />
          </div>
        </div>
      ) : (
        !isAway && <Spinner label={t('loading')} />
      )}
    </>
  )
}

function Figures({ latest, interval }: { latest: MetricsReading; interval: Interval | undefined }) {
  const t = useTranslations('admin.server')
  const format = useFormatter()
  const ms = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : t('ms', { value: Math.round(value) })
  const rooms = Object.values(latest.rooms).reduce((sum, count) => sum + count, 0)
  const figures = [
    ['rooms', format.number(rooms)],
    ['playing', format.number(rooms - (latest.rooms.lobby ?? 0) - (latest.rooms.finished ?? 0))],
    ['players', format.number(latest.players)],
    ['websocket', format.number(latest.connections.websocket ?? 0)],
    ['polling', format.number(latest.connections.polling ?? 0)],
    ['ink', ms(interval?.inkMs)],
    ['guess', ms(interval?.guessMs)],
    ['guesses', format.number(interval?.guessesPerSecond ?? 0, { maximumFractionDigits: 1 })],
    ['judgeQueue', format.number(latest.judgeQueue)],
    ['outbox', format.number(latest.outboxDepth)],
    ['loop', ms(latest.loopDelayMs)],
    ['memory', t('megabytes', { value: Math.round(latest.memoryBytes / 1e6) })],
  ] as const
  return (
    <>
      <FigureCards figures={figures.map(([name, figure]) => [t(name), figure])} />
      <p className="text-muted">{t('model', { version: latest.model })}</p>
    </>
  )
}

function Latencies({ intervals }: { intervals: readonly Interval[] }) {
  const t = useTranslations('admin.server')
  const format = useFormatter()
  return (
    <Panel>
      <h2 className="mb-4 text-xl">{t('latencies')}</h2>
      <ChartBox rem={16.25}>
        <LineChart data={[...intervals]} accessibilityLayer>
          <CartesianGrid {...gridStyle} />
          <XAxis
            dataKey="at"
            type="number"
            domain={['dataMin', 'dataMax']}
            tickFormatter={(at: number) => format.dateTime(at, { timeStyle: 'medium' })}
            minTickGap={60}
            {...axisStyle}
          />
          <YAxis width={44} {...axisStyle} />
          <Tooltip
            {...lineTooltip}
            labelFormatter={(at) => format.dateTime(Number(at), { timeStyle: 'medium' })}
          />
          <Legend />
          <Line
            dataKey="inkMs"
            name={t('ink')}
            stroke="var(--color-accent)"
            dot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey="guessMs"
            name={t('guess')}
            stroke="var(--color-ink)"
            dot={false}
            isAnimationActive={false}
          />
        </LineChart>
      </ChartBox>
    </Panel>
  )
}

function RoomsByPhase({ rooms }: { rooms: MetricsReading['rooms'] }) {
  const t = useTranslations('admin.server')
  const counts = phaseNames.map((name) => [t(`phase.${name}`), rooms[name] ?? 0] as const)
  return (
    <Counts
      heading={t('phases')}
      counts={Object.fromEntries(counts.filter(([, count]) => count > 0))}
      none={t('noRooms')}
    />
  )
}

function Counts({
  heading,
  counts,
  none,
}: {
  heading: string
  counts: MetricsReading['refusals']
  none: string
}) {
  const format = useFormatter()
  const rows = Object.entries(counts).sort(([, one], [, other]) => other - one)
  return (
    <Panel>
      <h2 className="mb-4 text-xl">{heading}</h2>
      {rows.length === 0 && <p className="text-muted">{none}</p>}
      <dl className="figures grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-1">
        {rows.map(([name, count]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className="text-end font-semibold">{format.number(count)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
