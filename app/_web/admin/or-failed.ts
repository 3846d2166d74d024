import { unstable_rethrow } from 'next/navigation'

/** What a form shows when the server did not answer: a page of its own would take away what was typed. */
const notAnswered = { is: 'failed' } as const

/** An action of a form that answers `notAnswered` where it could not be asked. What leads to another page still does. */
export function orFailed<Answer>(
  action: (before: Answer | null, form: FormData) => Promise<Answer>,
): (before: Answer | typeof notAnswered | null, form: FormData) => Promise<Answer | typeof notAnswered> {
  return async (_, form) => {
    try {
      return await action(null, form)
    } catch (error) {
      unstable_rethrow(error)
      return notAnswered
    }
  }
}
