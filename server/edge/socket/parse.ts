import { countPoints, type InkOp } from '#game/drawing/ink'
import { decodeInk, InkFormatError } from '#game/drawing/ink-codec'
import { type ClientMessage, type ClientMessageName, clientMessages } from '#game/protocol/client-messages'
import { settings } from '#game/settings'

type Parsed<Name extends ClientMessageName> = Name extends 'ink:add'
  ? Omit<ClientMessage<'ink:add'>, 'inkText'> & { readonly ops: readonly InkOp[] }
  : ClientMessage<Name>

/** A client message that is valid. */
export type ParsedMessage = {
  [Name in ClientMessageName]: { readonly name: Name; readonly message: Parsed<Name> }
}[ClientMessageName]

export type ParsedInk = Parsed<'ink:add'>
export type ParsedRequest = Exclude<ParsedMessage, { readonly name: 'ink:add' }>

/** @returns null for anything but a message of the protocol within its bounds */
export function parse(name: string, raw: unknown): ParsedMessage | null {
  if (!Object.hasOwn(clientMessages, name)) return null
  const parsed = clientMessages[name as ClientMessageName].safeParse(raw)
  if (!parsed.success) return null
  const request = { name, message: parsed.data } as { name: ClientMessageName; message: object }
  if (name !== 'ink:add') return request as ParsedMessage
  const { round, drawing, from, isByKeyboard, inkText } = parsed.data as ClientMessage<'ink:add'>
  const ops = parseInk(inkText)
  return ops && { name, message: { round, drawing, from, isByKeyboard, ops } }
}

/** @returns null for what is not ink, or is too much for one batch */
export function parseInk(text: string): InkOp[] | null {
  try {
    const ops = decodeInk(text)
    const isTooMuch = ops.length > settings.maxOpsPerBatch || countPoints(ops) > settings.maxPointsPerBatch
    return isTooMuch ? null : ops
  } catch (error) {
    if (error instanceof InkFormatError) return null
    throw error
  }
}
