import 'server-only'
import { type HttpRefusal, type RefusalBody, refusalStatus } from '#game/protocol/http-answers'
import { readConfig } from '#server/config'
import { createLog } from '#server/host/log'

/** A refusal as an HTTP answer: its name as JSON, with its status. */
export function refusalResponse(refusal: HttpRefusal): Response {
  const body: RefusalBody = { refusal }
  return Response.json(body, { status: refusalStatus[refusal], headers: { 'cache-control': 'no-store' } })
}

/** Runs a route handler; an error is logged and answered by a refusal. */
export async function answering(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof DatabaseError) return refusalResponse('database-away')
    createLog(readConfig()).error({ err: error }, 'A request could not be answered')
    return refusalResponse('server-failed')
  }
}

class DatabaseError extends Error {}

/** Awaits a query; when it fails, the request is refused as `database-away`. */
export async function fromDatabase<Found>(asked: Promise<Found>): Promise<Found> {
  return asked.catch((error) => {
    createLog(readConfig()).warn({ err: error }, 'The database could not be asked')
    throw new DatabaseError('the database could not be asked', { cause: error })
  })
}
