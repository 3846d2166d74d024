import type { PenPoint } from '../handwriting'

/** A person at a browser of whatever engine. Elements are named by XPath, which every engine's driver understands. */
export type Visitor = {
  open(address: string): Promise<void>
  click(xpath: string): Promise<void>
  fill(xpath: string, text: string): Promise<void>
  press(xpath: string, key: 'Home' | 'End' | 'Escape'): Promise<void>
  /** @returns what it says, or null while it is not on the page */
  text(xpath: string): Promise<string | null>
  /** @returns null also while it is not on the page */
  attribute(xpath: string, name: string): Promise<string | null>
  /** @returns what an expression in JavaScript comes to on the page */
  ask(expression: string): Promise<unknown>
  /** Writes strokes given in a square of 1 onto the pad with a mouse, one after the other. */
  write(padXpath: string, strokes: readonly (readonly PenPoint[])[]): Promise<void>
  /** @returns a PNG */
  look(): Promise<Buffer>
  /** Closes the browser. @returns what it complained of */
  leave(): Promise<string[]>
}

export type Engine = {
  readonly name: string
  /** Why it cannot run here, in one line; null where it can. */
  readonly missing: string | null
  visit(): Promise<Visitor>
}
