/**
 * Copies a text. The clipboard exists in secure contexts only and may be forbidden; then a field with the text is selected and
 * copied as by hand.
 * @returns whether it was copied; if not, show the text so that it can be read
 */
export async function copyText(text: string): Promise<boolean> {
  // Not awaited where there is none: Safari copies a selection only in the very task of a tap.
  if (!navigator.clipboard?.writeText) return copyBySelection(text)
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  // Read-only, so that no keyboard comes up; in view, so that nothing scrolls; 16px, so that nothing zooms.
  field.readOnly = true
  field.style.cssText = 'position:fixed;inset-block-start:0;inset-inline-start:0;opacity:0;font-size:16px'
  // In a dialog the focus may not leave it.
  const dialog = before?.closest('[role="dialog"], dialog')
  ;(dialog ?? document.body).append(field)
  try {
    field.focus({ preventScroll: true })
    field.setSelectionRange(0, text.length)
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    field.remove()
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
}
