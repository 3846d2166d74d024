import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'

export type Screenshot = {
  readonly title: string
  readonly picture: Buffer
  readonly found: readonly string[]
}

const height = 420
const mostLines = 5

/** Many screens on one picture, with what was found on each. */
export async function writeContactSheet(
  page: Page,
  file: string,
  screenshots: readonly Screenshot[],
): Promise<void> {
  const figures = screenshots.map(
    ({ title, picture, found }) => `<figure class="${found.length > 0 ? 'bad' : ''}">
      <img src="data:image/jpeg;base64,${picture.toString('base64')}" height="${height}">
      <figcaption>${title}<br>${found.slice(0, mostLines).map(escapeMarkup).join('<br>')}</figcaption></figure>`,
  )
  await page.setContent(`<style>
    body { margin: 12px; width: 2000px; background: #777; font: 13px/1.3 sans-serif; display: flex; flex-wrap: wrap; gap: 12px }
    figure { margin: 0; background: #fff } .bad { outline: 4px solid #d00 }
    img { display: block; max-width: 900px; object-fit: contain } figcaption { width: 0; min-width: 100%; padding: 4px; box-sizing: border-box }
  </style>${figures.join('')}`)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, await page.screenshot({ fullPage: true }))
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
