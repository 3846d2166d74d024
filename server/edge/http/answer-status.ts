import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'

/** Pages have modules of their own; what both shall have hangs on the one global there is. */
const shared = globalThis as typeof globalThis & {
  [key: symbol]: AsyncLocalStorage<ServerResponse> | undefined
}
const key = Symbol.for('digit-dash.answer')
shared[key] ??= new AsyncLocalStorage()
const answers = shared[key]

const retryAfterSeconds = 5

/** Renders a page that may say what status its answer has. */
export function duringAnswer<Result>(response: ServerResponse, render: () => Result): Result {
  return answers.run(response, render)
}

/** Makes the answer that is being rendered a 503, which Next does not let a page do itself. Too late, it does nothing. */
export function answerBusy(): void {
  const response = answers.getStore()
  if (!response || response.headersSent) return
  response.statusCode = 503
  response.setHeader('retry-after', String(retryAfterSeconds))
}
