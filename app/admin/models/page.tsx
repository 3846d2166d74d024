import path from 'node:path'
import { readRegistry } from '#models/registry/registry'
import { listRuns, runsFolder } from '#models/training/runs/run-file'
import { readConfig } from '#server/config'
import { listRecentRounds } from '#server/store/games/list-recent-rounds'
import { pagePrisma } from '#server/store/page-store'
import { measureLiveAccuracy } from '#server/store/samples/live-accuracy'
import { AdminFrame } from '../../_web/admin/admin-frame'
import { CompareForm } from '../../_web/admin/models/compare-form'
import { parseCompareQuery } from '../../_web/admin/models/compare-query'
import { LiveAccuracyPanel } from '../../_web/admin/models/live-accuracy-panel'
import { AdminModelsScreen } from '../../_web/admin/models/models-screen'
import { TrainingRuns } from '../../_web/admin/models/training-runs'
import { requireAdmin } from '../../_web/admin/session'
import { orBusy } from '../../_web/home/notices/or-busy'
import { readChampion } from '../../_web/ink/judge/read-champion'
import { MessagesProvider } from '../../_web/kit/i18n/messages-provider'

type ModelsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default orBusy(async function AdminModelsPage({ searchParams }: ModelsPageProps) {
  await requireAdmin()
  const [models, champion, runs, measured] = await Promise.all([
    readRegistry(path.resolve('models')),
    readChampion(),
    listRuns(runsFolder(readConfig().dataFolder)),
    measureLiveAccuracy(pagePrisma()),
  ])
  const versions = models.filter(({ bytes }) => bytes !== null).map(({ version }) => version)
  const query = parseCompareQuery(await searchParams, versions, champion)
  const rounds = query.isAsked ? await listRecentRounds(pagePrisma(), query.rounds) : null
  return (
    <AdminFrame tab="models">
      <MessagesProvider of={['admin', 'explain']}>
        <AdminModelsScreen models={models}>
          <LiveAccuracyPanel champion={champion} measured={measured} />
          <TrainingRuns first={runs} />
          <CompareForm {...{ versions, query, rounds }} />
        </AdminModelsScreen>
      </MessagesProvider>
    </AdminFrame>
  )
})
