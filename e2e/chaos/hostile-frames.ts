import { randomInt } from 'node:crypto'
import { clientMessages } from '#game/protocol/client-messages'
import { ghostKinds } from '#game/protocol/constants'

const pick = <T>(items: readonly T[]): T => items[randomInt(items.length)] as T

/** Frames that would break a server without validation: broken ones, events of the server, huge numbers. */
const broken = [
  ...['', '4', '40{}', '40[', '42', '42[', '42[]', '42{}', '42[null,null]', '43[]', '41', '44{"message":1}'],
  ...[
    '42["ink:add"]',
    '42["ink:add",{"inkText":1e999}]',
    '42["__proto__",{}]',
    '42["constructor",{}]',
    '2',
    '3',
  ],
  ...['\u0000', '\uffff', '451-["a",{"_placeholder":true,"num":9}]', '450-["ink:add",{}]', '42/other,["a"]'],
  ...[
    '42999999999999999999["room:leave",{}]',
    '420["disconnect"]',
    '42["lag:probe"]',
    `42["${'x'.repeat(9_000)}"]`,
  ],
]

const numbers = [0, -1, 1, 0.5, 9, 10, 255, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308]
const texts = ['', 'A', 'AAAA', 'gqBgqB', '////////', '\u202e', '💥', "'; drop table", 'x'.repeat(8_001)]
const fields = [
  ...['code', 'settings', 'isSpectator', 'playerId', 'reason', 'emote', 'round', 'drawing', 'from', 'ops'],
  ...['isByKeyboard', 'mode', 'rounds', 'roundSeconds', 'timer', 'digits', 'isPublic', '__proto__', 'length'],
  ...['entry', 'label', 'kind', 'sums', 'modifier'],
]

export const brokenFrame = () => pick(broken)

/** Well-formed messages with forbidden content. @param code of an existing room */
export function hostileFrame(code: string): string {
  const name = pick(Object.keys(clientMessages))
  return `42${randomInt(3) === 0 ? randomInt(1_000) : ''}${JSON.stringify([name, message(name, code)])}`
}

/** Some valid messages, so that the rest is sent from a seat in a room. */
function message(name: string, code: string): unknown {
  switch (randomInt(3)) {
    case 0:
      return value(3, code)
    case 1:
      return name === 'ink:add'
        ? { round: 0, drawing: 0, from: pick([0, 1, 2_000]), inkText: pick(texts), isByKeyboard: false }
        : { code, isSpectator: randomInt(2) === 0 }
    default:
      return wellFormed(name)
  }
}

/** At the wrong time, about what is not there, or in nobody's name. */
function wellFormed(name: string): object {
  switch (name) {
    case 'ink:add':
      return { round: randomInt(3), drawing: 0, from: 0, inkText: 'AyEAAAA', isByKeyboard: false }
    case 'vote:cast':
      return { round: randomInt(3), entry: randomInt(6), label: randomInt(11) }
    case 'round:ready':
      return { round: randomInt(3) }
    case 'room:ghosts':
      return { kind: pick(ghostKinds) }
    default:
      return {}
  }
}

function value(depth: number, code: string): unknown {
  switch (randomInt(depth > 0 ? 7 : 5)) {
    case 0:
      return pick(numbers)
    case 1:
      return pick(texts)
    case 2:
      return code
    case 3:
      return null
    case 4:
      return randomInt(2) === 0
    case 5:
      return Array.from({ length: randomInt(4) }, () => value(depth - 1, code))
    default:
      return Object.fromEntries(
        Array.from({ length: randomInt(5) }, () => [pick(fields), value(depth - 1, code)]),
      )
  }
}
