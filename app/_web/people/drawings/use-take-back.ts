import { useTransition } from 'react'
import { rightAddress } from '../../kit/browser/network'
import { useToast } from '../../kit/toast'

/**
 * Runs a Server Action that gives drawings back to their player, and says in a toast what came of it. From an address that is
 * not the server's own the error goes on to the error page, which leads to the right one.
 * @returns whether an action runs, and the function that runs one
 */
export function useTakeBack(sentences: { readonly deleted: string; readonly failed: string }) {
  const show = useToast()
  const [isPending, startTransition] = useTransition()
  const takeBack = (action: () => Promise<void>, then?: (isDeleted: boolean) => void) =>
    startTransition(async () => {
      const isDeleted = await action().then(
        () => true,
        (error) => {
          if (rightAddress(error)) throw error
          return false
        },
      )
      show(isDeleted ? sentences.deleted : sentences.failed, isDeleted ? 'good' : 'bad')
      then?.(isDeleted)
    })
  return [isPending, takeBack] as const
}
