import { cardSize } from '../../_web/games/share/card'
import { drawResultCard } from '../../_web/games/share/result-card'

export const alt = 'Digit Dash'
export const size = cardSize
export const contentType = 'image/png'

export default async function ResultImage({ params }: { params: Promise<{ gameId: string }> }) {
  return drawResultCard((await params).gameId)
}
