import { cardSize } from '../../_web/games/share/card'
import { orBusyCard } from '../../_web/games/share/or-busy-card'
import { drawResultCard } from '../../_web/games/share/result-card'

export const alt = 'Digit Dash'
export const size = cardSize
export const contentType = 'image/png'

export default async function ResultImage({ params }: { params: Promise<{ gameId: string }> }) {
  const { gameId } = await params
  return orBusyCard(() => drawResultCard(gameId))
}
