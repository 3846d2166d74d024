import { copyText } from './copy-text'

type Shared = { readonly text: string; readonly url: string }

/** Does the browser have a share dialog? In secure contexts only, and on few desktops. */
export function canShare(): boolean {
  return typeof navigator.share === 'function'
}

/**
 * Hands a link on by the device's share dialog, where it has one that takes it, else by the clipboard.
 * @returns what became of it; a dialog that was closed again is no failure and needs no message
 */
export async function shareOrCopy({ text, url }: Shared): Promise<'shared' | 'closed' | 'copied' | 'failed'> {
  if (canShare() && (navigator.canShare?.({ text, url }) ?? true)) {
    try {
      await navigator.share({ text, url })
      return 'shared'
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') return 'closed'
    }
  }
  return (await copyText(`${text} ${url}`)) ? 'copied' : 'failed'
}

/** Offers a file to be saved, as a link to it would. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser may take its time to ask where to.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
