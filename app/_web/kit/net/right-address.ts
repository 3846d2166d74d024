/**
 * What the server's edge answers to a Server Action from a page at another address than its own. Whoever catches the error of
 * an action lets this one pass on to the error page, which leads there: no second try can help.
 * @returns the address that works, undefined for any other error
 */
export function rightAddress(error: unknown): string | undefined {
  return error instanceof Error ? /^foreign-origin (https?:\S+)$/.exec(error.message)?.[1] : undefined
}
