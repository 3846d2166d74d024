import { ChartLine } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { DayProof } from '#server/store/daily/day-secrets'
import type { ShownReplay } from '#server/store/games/find-replay-for'
import { HandwrittenDigit } from '../../ink/logo/handwritten-digit'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { EmptyState } from '../../kit/panel'
import { useTwists } from '../../play/parts/use-game-name'
import { gameFacts } from '../game-facts'
import { Standings } from '../standings'
import { DigitsCheck } from './digits-check'
import { OtherJudge } from './other-judge'
import { ReplayViewer } from './replay-viewer'
import { RescorePanel } from './rescore-panel'

type ReplayScreenProps = {
  replay: ShownReplay
  /** Of the day whose challenge it was; null for any other game, and for days of before there were secrets. */
  proof: DayProof | null
  /** Of the network, newest first. */
  versions: readonly string[]
}

function Facts({ replay, proof }: Omit<ReplayScreenProps, 'versions'>) {
  const t = useTranslations('replay')
  const format = useFormatter()
  const twists = useTwists()(replay.settings)
  const date = replay.finishedAt
    ? format.dateTime(replay.finishedAt, { dateStyle: 'medium', timeStyle: 'short' })
    : t('unfinished')
  const prompts = replay.rounds.flatMap(({ drawings }) =>
    drawings.map(({ index, prompt }) => ({ index, prompt })),
  )
  const judges = new Map(replay.rounds.map(({ judge }) => [`${judge.version} ${judge.engine}`, judge]))
  return (
    <div className="mt-4 mb-6">
      <h1 className="text-4xl sm:text-5xl">{t('heading')}</h1>
      <p className="mt-2 text-muted">
        {[t('facts', { ...gameFacts(replay), date }), ...twists].join(' · ')}
        {[...judges].map(([key, judge]) => (
          <span key={key} className="block">
            {t('judge', judge)}
          </span>
        ))}
      </p>
      {proof?.secret != null && prompts.length > 0 && (
        <DigitsCheck commitment={proof.commitment} secret={proof.secret} prompts={prompts} />
      )}
    </div>
  )
}

/** An old game, of which only the result is left. */
function NotKept() {
  const t = useTranslations('replay.notKept')
  return (
    <EmptyState
      picture={<HandwrittenDigit digit={0} time={0.7} className="h-36 text-accent" />}
      title={t('title')}
      action={
        <Button asChild>
          <Link href="/privacy">{t('why')}</Link>
        </Button>
      }
    >
      {t('text')}
    </EmptyState>
  )
}

export function ReplayScreen({ replay, proof, versions }: ReplayScreenProps) {
  const t = useTranslations('replay')
  const others = versions.filter((each) => replay.rounds.some(({ judge }) => judge.version !== each))
  const isKept = replay.rounds.length === 0 || replay.rounds.some((round) => round.isKept)
  return (
    <main id="main" className="page">
      <Facts replay={replay} proof={proof} />
      {isKept ? <ReplayViewer rounds={replay.rounds} /> : <NotKept />}
      <p className="mt-6">
        <Button asChild kind="quiet">
          <Link href={`/result/${replay.id}`}>
            <ChartLine aria-hidden="true" />
            {t('result')}
          </Link>
        </Button>
      </p>
      <div className="mt-6 grid grid-cols-1 gap-6 lg:grid-cols-2 lg:items-start">
        {isKept && <RescorePanel rounds={replay.rounds} />}
        {isKept && others.length > 0 && <OtherJudge rounds={replay.rounds} versions={others} />}
        {replay.standings.length > 0 && <Standings standings={replay.standings} />}
      </div>
    </main>
  )
}
