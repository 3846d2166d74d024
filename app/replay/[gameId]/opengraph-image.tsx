import { cardSize } from '../../_web/games/share/card'

// Next reads these from each file for itself.
export const alt = 'Digit Dash'
export const size = cardSize
export const contentType = 'image/png'

export { default } from '../../result/[gameId]/opengraph-image'
