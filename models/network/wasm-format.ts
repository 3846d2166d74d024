/**
 * The little of WebAssembly's binary format that a network needs. Source: WebAssembly Core Specification, chapter "Binary Format";
 * opcodes of vectors: "Vector Instructions" there.
 */

/** Instructions, or any other part of a module, as its bytes. */
export type Code = readonly number[]

export type ValueType = 'i32' | 'v128'

/** A function of one i32 that answers with nothing: the types of its locals behind that parameter, and its instructions. */
export type FunctionCode = { readonly locals: readonly ValueType[]; readonly body: Code }

const typeCodes = { i32: 0x7f, v128: 0x7b }
const noResult = 0x40

/** LEB128 of a whole number from 0 on. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) | 0x80, ...unsigned(Math.floor(value / 0x80))]
}

/** LEB128 of any 32-bit whole number. */
function signed(value: number): number[] {
  return value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)]
}

const vector = (opcode: number): Code => [0xfd, ...unsigned(opcode)]
/** An access at some bytes behind the address on the stack; floats lie at multiples of 2^2 bytes. */
const access = (opcode: number, offset: number): Code => [...vector(opcode), 2, ...unsigned(offset)]

export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number): Code => [0x21, ...unsigned(local)]
const tee = (local: number): Code => [0x22, ...unsigned(local)]
export const integer = (value: number): Code => [0x41, ...signed(value)]
export const addIntegers: Code = [0x6a]
const isBelow: Code = [0x49]

/** Four floats from an address. */
export const loadFloats = (offset: number): Code => access(0, offset)
/** One float from an address, four times. */
export const loadFloatSplat = (offset: number): Code => access(9, offset)
/** Four floats to an address. */
export const storeFloats = (offset: number): Code => access(11, offset)
export const zeroFloats: Code = [...vector(12), ...Array<number>(16).fill(0)]
export const addFloats: Code = vector(0xe4)
export const multiplyFloats: Code = vector(0xe6)
/** The greater one of two, by comparison alone: one instruction on x86-64, where that of IEEE 754 takes eight. The first where one is no number. */
export const greaterFloats: Code = vector(0xeb)

export const setTo = (local: number, value: number): Code => [...integer(value), ...set(local)]

export function increase(local: number, by: number): Code {
  return by === 0 ? [] : [...get(local), ...integer(by), ...addIntegers, ...set(local)]
}

/** Does it once, and again until the counter, which is 1 or more before, has come down to 0. */
export function countDown(counter: number, body: Code): Code {
  return [
    0x03,
    noResult,
    ...body,
    ...get(counter),
    ...integer(-1),
    ...addIntegers,
    ...tee(counter),
    0x0d,
    0,
    0x0b,
  ]
}

/** Does it once, and again as long as one local is below another. */
export function whileBelow(local: number, end: number, body: Code): Code {
  return [0x03, noResult, ...body, ...get(local), ...get(end), ...isBelow, 0x0d, 0, 0x0b]
}

/** A module that works in an imported memory, `from.memory`, and exports its functions by their numbers: '0', '1' ... */
export function moduleOf(functions: readonly FunctionCode[]): Uint8Array<ArrayBuffer> {
  const exported = functions.map((_, index) => [...nameOf(String(index)), 0, ...unsigned(index)])
  return Uint8Array.from([
    ...[...'\0asm'].map((character) => character.charCodeAt(0)),
    ...[1, 0, 0, 0],
    ...section(1, [[0x60, ...list([[typeCodes.i32]]), ...list([])]]),
    ...section(2, [[...nameOf('from'), ...nameOf('memory'), 2, 0, 1]]),
    ...section(
      3,
      functions.map(() => [0]),
    ),
    ...section(7, exported),
    ...section(10, functions.map(functionCode)),
  ])
}

function functionCode({ locals, body }: FunctionCode): Code {
  const code = [...list(locals.map((type) => [1, typeCodes[type]])), ...body, 0x0b]
  return [...unsigned(code.length), ...code]
}

function nameOf(text: string): Code {
  return list([...text].map((character) => [character.charCodeAt(0)]))
}

function section(id: number, items: readonly Code[]): Code {
  const content = list(items)
  return [id, ...unsigned(content.length), ...content]
}

function list(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()]
}
