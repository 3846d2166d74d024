import { Ghost, History } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { sumLevelOf } from '#game/prompts/sums'
import type { GameRewards, OwnResult, OwnReview } from '#game/protocol/http-answers'
import type { GameId } from '#game/protocol/scalars'
import type { ShownReplay } from '#server/store/games/find-replay-for'
import type { DigitTarget, GameTarget } from '#server/store/games/find-targets'
import { Button } from '../../kit/button'
import { useSeconds } from '../../kit/i18n/use-numbers'
import { Link } from '../../kit/link'
import { Motion } from '../../kit/motion'
import { Panel } from '../../kit/panel'
import { ShareButton } from '../../kit/share-button'
import { UnderReview } from '../../kit/under-review'
import { bestLine } from '../../play/parts/best-line'
import { Podium } from '../../play/parts/podium'
import { Rewards } from '../../play/parts/rewards'
import { hasPoints } from '../../play/parts/sides'
import { useTwists } from '../../play/parts/use-game-name'
import { winnersTitle } from '../../play/parts/winners-title'
import { gameFacts } from '../game-facts'
import { namedStandings } from '../named-standings'
import { HiddenNote } from '../replay/hidden-replay'
import { SaveButton } from '../share/save-button'
import { Standings } from '../standings'
import { Charts } from './charts'
import { DigitTable } from './digit-table'
import { posterOf } from './poster-of'
import { Targets } from './targets'
import { chartedSides, chartedTurn, competitorsOf, quickestByDigit, turnsOf } from './turns'

type ResultScreenProps = {
  replay: ShownReplay
  /** The player of this browser, if they were in it. */
  you: string | undefined
  target: GameTarget | null
  digitTargets: readonly DigitTarget[]
  /** [F6] Of that player's own result. */
  review: OwnReview | null
  /** [A5] Likewise what it was for them, and what it gave them. */
  own: OwnResult | null
  rewards: GameRewards | null
  /** [R32] Whose ghosts were raced in it. */
  ghosts: GameId | null
}

/** So many standings are a long list beside nothing: they go across, in two columns. */
const leastForColumns = 12

/** A finished game, as it can be shown to anybody at any time. */
export function ResultScreen(props: ResultScreenProps) {
  const { replay, you, target, digitTargets, review, own, rewards, ghosts } = props
  const t = useTranslations('result')
  const finished = useTranslations('room.finished')
  const facts = useTranslations('replay')
  const format = useFormatter()
  const seconds = useSeconds()
  const { id, settings, rounds, standings, finishedAt, hiddenUntil } = replay
  const named = namedStandings(replay)
  const title = winnersTitle(finished, named)
  const date = finishedAt
    ? format.dateTime(finishedAt, { dateStyle: 'medium', timeStyle: 'short' })
    : facts('unfinished')
  const twists = useTwists()(settings)
  const line = [facts('facts', { ...gameFacts(replay), date }), ...twists].join(' · ')
  const turns = turnsOf(rounds, settings.mode)
  const sides = competitorsOf(rounds)
  const shown = standings.find(({ player }) => player.id === you) ?? standings[0]
  const side = sides.find(({ key }) => shown && key.split(' ').includes(shown.player.id))
  const isOwn = shown?.player.id === you
  const players = standings.map(({ player }) => player.id)
  const charted = chartedSides(sides, players, side?.key)
  const best = own && bestLine(finished, own, rounds.length)
  // Nothing of a game whose ink has been deleted, and where nothing locks.
  const quickest = side ? [...quickestByDigit(turns, side.key)] : []
  return (
    <main id="main" className="page">
      <div className="mt-4 mb-6 text-center">
        <h1 className="text-5xl sm:text-6xl">{title}</h1>
        <p className="mt-2 text-muted">{line}</p>
        {ghosts && (
          <Link
            href={`/result/${ghosts}`}
            className="inline-flex min-h-11 items-center gap-2 underline underline-offset-4"
          >
            <Ghost aria-hidden="true" className="size-5" />
            {t('ghosts')}
          </Link>
        )}
        {best && <p className="mt-2 font-display font-semibold text-lg">{best}</p>}
        {rewards && (
          <div className="mt-2">
            <Rewards rewards={rewards} mayWrap />
          </div>
        )}
      </div>
      {standings.length > 1 && hasPoints(named) && (
        <div className="mx-auto h-80 max-w-xl border-ink border-b-4 [--u:1rem]">
          <Motion>
            <Podium standings={named} />
          </Motion>
        </div>
      )}
      <UnderReview review={review} className="mx-auto mt-5 max-w-xl" />
      <div className="mt-5 flex flex-wrap justify-center gap-3">
        <ShareButton href={`/result/${id}`} text={t('shareText', { title })} />
        {shown && side && (
          <SaveButton
            fileName={`digit-dash-${id.slice(0, 8)}.png`}
            poster={posterOf({ title, line, side, turns, seconds, foot: t('poster') })}
          />
        )}
        {hiddenUntil === null && (
          <Button asChild>
            <Link href={`/replay/${id}`}>
              <History aria-hidden="true" />
              {t('replay')}
            </Link>
          </Button>
        )}
      </div>
      <div className="mt-8 grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        {hiddenUntil === null ? (
          <Charts turns={turns.map(chartedTurn)} sides={charted} all={sides} />
        ) : (
          <Panel>
            <HiddenNote until={hiddenUntil} />
          </Panel>
        )}
        <Targets
          {...{ target, board: replay.board, day: replay.day, gameId: id }}
          here={own?.pointsPerRound ?? null}
          isOneRound={rounds.length === 1}
        />
        {side && quickest.length > 0 && sumLevelOf(settings) === null && (
          <DigitTable {...(!isOwn && { name: side.name })} here={quickest} targets={digitTargets} />
        )}
        {(standings.length > 1 || hiddenUntil !== null) && (
          <Standings
            standings={standings}
            you={you}
            {...(standings.length > leastForColumns && { className: 'lg:col-span-2' })}
          />
        )}
      </div>
    </main>
  )
}
