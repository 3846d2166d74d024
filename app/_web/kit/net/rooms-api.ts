import type { HttpAnswer } from '#game/protocol/http-answers'
import { getJson, type ServerAnswer } from './http-client'

/** Whether there is a room of this code: [P7] told to anybody, at the price of a try to join it. */
export function askForRoom(code: string): Promise<ServerAnswer<HttpAnswer<'room'>>> {
  return getJson(`/api/rooms/${encodeURIComponent(code)}`, 'room')
}
