import { copyText } from './copy-text'

type Shared = { readonly text: string; readonly url: string }

/** Does the browser have a share sheet? In secure contexts only, and on few desktops. */
export function canShare(): boolean {
  return typeof navigator.share === 'function'
}

/**
 * Hands a link on by the device's own sheet, where it has one that takes it, else by the clipboard.
 * @returns what became of it; a sheet that was closed again is no failure, and there is nothing to say of it
 */
export async function shareOrCopy(
  { text, url }: Shared,
  copied: string = `${text} ${url}`,
): Promise<'shared' | 'closed' | 'copied' | 'failed'> {
  if (canShare() && (navigator.canShare?.({ text, url }) ?? true)) {
    try {
      await navigator.share({ text, url })
      return 'shared'
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') return 'closed'
    }
  }
  return (await copyText(copied)) ? 'copied' : 'failed'
}
