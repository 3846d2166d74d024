import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import { settings } from '#game/settings'
import { draw, lift } from '#game/testing/stories'
import { parse } from './parse'
import { readInk } from './read-ink'

const inkText = encodeInk([draw(), lift])
const frameOf = (fields: string) => Buffer.from(`42["ink:add",${fields}]`)
const sent = { round: 1, drawing: 2, from: 30, inkText, isByKeyboard: true }

test('read ink: what a page sends is read as a message of socket.io is, also without what has a default', () => {
  const { isByKeyboard: _, ...short } = sent
  for (const message of [sent, { ...sent, isByKeyboard: false }, short])
    expect(readInk(frameOf(JSON.stringify(message)))).toEqual(parse('ink:add', message)?.message)
  expect(readInk(frameOf(JSON.stringify(sent)))).toMatchObject({ from: 30, isByKeyboard: true })
})

test('read ink: what is no message of the protocol is none here, at both sides of each bound', () => {
  const around = (most: number) =>
    fc.oneof(fc.integer({ min: -1, max: 3 }), fc.constantFrom(most - 1, most, most + 1))
  const message = fc.record({
    round: around(settings.maxRounds),
    drawing: around(settings.maxDrawingsPerCanvas),
    from: around(settings.maxOpsPerDrawing),
    inkText: fc.oneof(
      fc.constantFrom(inkText, '', '!', 'é', `${inkText}"`, 'A'.repeat(settings.maxBatchChars + 2)),
      fc.integer({ min: 1, max: settings.maxOpsPerBatch + 1 }).map((ops) => encodeInk(Array(ops).fill(lift))),
    ),
    isByKeyboard: fc.boolean(),
  })
  fc.assert(
    fc.property(message, (fields) => {
      expect(readInk(frameOf(JSON.stringify(fields)))).toEqual(parse('ink:add', fields)?.message ?? null)
    }),
  )
})

test.each([
  ['that waits for an answer', `427["ink:add",${JSON.stringify(sent)}]`],
  ['in another namespace', `42/tv,["ink:add",${JSON.stringify(sent)}]`],
  ['with a field too many', `42["ink:add",${JSON.stringify({ ...sent, more: 1 })}]`],
  ['with an argument too many', `42["ink:add",${JSON.stringify(sent)},1]`],
  ['with something behind it', `42["ink:add",${JSON.stringify(sent)}]\n`],
  ['with a number that JSON does not know', `42["ink:add",${JSON.stringify(sent).replace('30', '030')}]`],
  ['of another name', `42["ink:took",${JSON.stringify(sent)}]`],
])('read ink: a frame %s is left to engine.io', (_, frame) => {
  expect(readInk(Buffer.from(frame))).toBeNull()
})
