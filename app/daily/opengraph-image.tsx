import { connection } from 'next/server'
import { cardSize } from '../_web/games/share/card'
import { drawDailyCard } from '../_web/games/share/daily-card'
import { orBusyCard } from '../_web/games/share/or-busy-card'

export const alt = 'Digit Dash'
export const size = cardSize
export const contentType = 'image/png'

export default async function DailyImage() {
  // Painted when it is asked for: each day has its own.
  await connection()
  return orBusyCard(drawDailyCard)
}
