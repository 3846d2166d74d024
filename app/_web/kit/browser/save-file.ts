/** Offers a file to be saved, as a link to it would. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser may take its time to ask where to.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
