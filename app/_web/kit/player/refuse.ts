import 'server-only'
import { type HttpRefusal, type RefusalBody, refusalStatus } from '#game/protocol/http-answers'
import { readConfig } from '#server/config'
import { createLog } from '#server/host/log'

/** A no as the HTTP API says it: its name as JSON, with the status that goes with it. */
export function refuse(refusal: HttpRefusal): Response {
  const body: RefusalBody = { refusal }
  return Response.json(body, { status: refusalStatus[refusal], headers: { 'cache-control': 'no-store' } })
}

/** Answers a request, whatever happens: an error is logged and told as a refusal. */
export async function answering(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof DatabaseError) return refuse('database-away')
    createLog(readConfig()).error({ err: error }, 'A request could not be answered')
    return refuse('server-failed')
  }
}

class DatabaseError extends Error {}

/** What the database was asked to do; when it fails, the answer is that it is away. */
export async function fromDatabase<Found>(asked: Promise<Found>): Promise<Found> {
  return asked.catch((error) => {
    createLog(readConfig()).warn({ err: error }, 'The database could not be asked')
    throw new DatabaseError('the database could not be asked', { cause: error })
  })
}
