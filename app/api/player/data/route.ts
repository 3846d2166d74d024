import { ReadableStream } from 'node:stream/web'
import { actionPrisma } from '#server/store/page-store'
import { readOwnData } from '#server/store/players/read-own-data'
import { currentGuest } from '../../../_web/kit/player/current-guest'
import { answering, fromDatabase, refusalResponse } from '../../../_web/kit/player/refuse'

/** All that is stored about the player of this browser, as a file: `ownData` of game/protocol/own-data, streamed. */
export async function GET(): Promise<Response> {
  return answering(async () => {
    const player = await currentGuest()
    const pieces = player && (await fromDatabase(readOwnData(actionPrisma(), player.id, new Date())))
    if (!pieces) return refusalResponse('no-identity')
    return new Response(ReadableStream.from(asBytes(pieces)) as unknown as BodyInit, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="digit-dash-my-data.json"',
        'cache-control': 'no-store',
      },
    })
  })
}

async function* asBytes(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of pieces) yield encoder.encode(piece)
}
