'use client'

import { useTranslations } from 'next-intl'
import { InkPicture } from '../../ink/ink-picture'
import type { TileShape } from '../fit/fit-grid'
import { Tiles } from '../fit/tiles'
import { useRoom } from '../room-client/use-room'
import { Tile } from './tile'

const shapes: readonly TileShape[] = [{ below: 0.5, least: 4 }]
const none: readonly { readonly inkText: string }[] = []

/** [R30] All drawings that are voted on, without their drawers and digits. */
export function PaperTiles() {
  const t = useTranslations('room.voting')
  const papers = useRoom(({ phase }) => (phase?.name === 'voting' ? phase.papers : none))
  return (
    <Tiles label={t('papers')} items={[...papers.keys()]} shapes={shapes}>
      {(index, _form, picture, place) => (
        <Tile key={index} isLocked={false} picture={picture} place={place} foot={null}>
          <InkPicture
            inkText={papers[index]?.inkText ?? ''}
            label={t('paper', { at: index + 1, count: papers.length })}
            className="absolute inset-0"
          />
        </Tile>
      )}
    </Tiles>
  )
}
