import { listRuns, runsFolder } from '#models/training/runs/run-file'
import { readConfig } from '#server/config'
import { isAdmin } from '../../../_web/admin/session'
import { refusalResponse } from '../../../_web/kit/player/refuse'

/** [F22] The training runs of this data folder as they stand now, newest first. For the admin alone. */
export async function GET(): Promise<Response> {
  if (!(await isAdmin())) return refusalResponse('not-admin')
  const runs = await listRuns(runsFolder(readConfig().dataFolder))
  return Response.json({ runs }, { headers: { 'cache-control': 'no-store' } })
}
