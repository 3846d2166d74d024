'use client'

import { type CSSProperties, type ReactNode, useState } from 'react'
import { classes } from '../../kit/classes'
import type { TileShape } from './fit-grid'
import { fitTiles, tileGap as gap } from './fit-tiles'
import { moveInGrid } from './move-in-grid'
import { Pager } from './pager'
import { paginate } from './paginate'
import { mostPages, ShowAll } from './show-all'
import { useBox } from './use-box'

type TilesProps<Item> = {
  label: string
  items: readonly Item[]
  /** The forms a tile can have, the one with the most in it first: the first in which all have a place is taken. */
  shapes: readonly TileShape[]
  /** Stays on every page. */
  isOwn?: (item: Item) => boolean
  /** In place of more pages than anybody turns: the form and the picture of each in a list of all. */
  all?: { readonly form: number; readonly picture: number }
  /** Where there is no place for all: these instead of pages. */
  choose?: (items: readonly Item[], places: number) => readonly Item[]
  /** In which order those shown are to be seen; as they are where it is missing. */
  order?: readonly Item[]
  className?: string
  /** @param form index of the shape @param picture side of the picture in units @param place moves the tile to its place */
  children: (item: Item, form: number, picture: number, place: CSSProperties) => ReactNode
}

/** As many tiles as there are, all on the screen, each as large as it can be; what has no place is on further pages. */
export function Tiles<Item>(props: TilesProps<Item>) {
  const { label, items, shapes, isOwn = () => false, all, choose, order, className, children } = props
  const [ref, box] = useBox<HTMLDivElement>()
  const [page, setPage] = useState(0)
  const fitted =
    box &&
    fitTiles(items.length, box.width / box.unit, box.height / box.unit, shapes, {
      hasPages: !choose,
      leastPlaces: items.some(isOwn) ? 2 : 1,
    })
  const turned = fitted && paginate(items, fitted.places, page, isOwn)
  const shown = choose && fitted ? choose(items, fitted.places) : turned?.shown
  const ordered = order?.filter((item) => shown?.includes(item))
  return (
    <div ref={ref} className={classes('size-full min-h-0 min-w-0', className)}>
      {fitted && (
        <div className="grid h-full grid-rows-[minmax(0,1fr)_auto]">
          <ol
            aria-label={label}
            className="grid content-center justify-center"
            style={
              {
                '--gap-across': `calc(${gap} * var(--u))`,
                '--gap-down': `calc(${gap} * var(--u))`,
                gap: `calc(${gap} * var(--u))`,
                gridTemplateColumns: `repeat(${fitted.columns}, calc(${fitted.tile} * var(--u)))`,
                gridAutoRows: `calc(${fitted.height} * var(--u))`,
              } as CSSProperties
            }
          >
            {shown?.map((item, at) =>
              children(
                item,
                fitted.form,
                fitted.picture,
                moveInGrid(at, ordered?.indexOf(item) ?? at, fitted.columns),
              ),
            )}
          </ol>
          {!choose &&
            turned &&
            turned.pages > 1 &&
            (all && turned.pages > mostPages ? (
              <div className="flex justify-center">
                <ShowAll title={label}>
                  {() => (
                    <ol
                      className="grid gap-3"
                      style={{
                        gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${all.picture}rem), 1fr))`,
                      }}
                    >
                      {items.map((item) => children(item, all.form, all.picture, {}))}
                    </ol>
                  )}
                </ShowAll>
              </div>
            ) : (
              <Pager page={turned.page} pages={turned.pages} onTurn={setPage} />
            ))}
        </div>
      )}
    </div>
  )
}
