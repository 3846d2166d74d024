import 'server-only'
import type { ImageResponse } from 'next/og'
import { getTranslations } from 'next-intl/server'
import { isBusy } from '#server/host/postgres/connection-error'
import { drawCard } from './card'
import { drawnByHouse } from './card-parts'

/** The picture of a link; where the database has no time for it, one that says so, which nobody keeps, with status 503. */
export async function orBusyCard(draw: () => Promise<ImageResponse>): Promise<ImageResponse> {
  try {
    return await draw()
  } catch (error) {
    if (!isBusy(error)) throw error
    const common = await getTranslations('common')
    const drawings = [5, 0, 3, 8].map((digit, colour) => drawnByHouse(digit, colour))
    return drawCard(
      { title: common('title'), line: common('busy.title'), best: [], drawings },
      { status: 503, headers: { 'retry-after': '5', 'cache-control': 'no-store' } },
    )
  }
}
