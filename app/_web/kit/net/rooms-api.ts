import { getJson } from './http-client'

/**
 * Whether there may be a room of this code: [P7] told to anybody, at the price of a try to join it.
 * @returns false only where the server says so: of all else that is in the way the room itself tells
 */
export async function isRoomKnown(code: string): Promise<boolean> {
  const answer = await getJson(`/api/rooms/${encodeURIComponent(code)}`, 'room')
  return answer.ok || answer.refusal !== 'no-such-room'
}
