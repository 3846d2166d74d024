import type { CSSProperties } from 'react'

/**
 * Shows a cell of a grid in another cell's place: nothing is laid out anew, and it glides there (`.moves-in-grid`). For screen
 * readers, and for the painted canvases, the order stays as it is.
 *
 * @param from index of the cell in which it lies @param to index of the cell in which it is to be seen
 */
export function moveInGrid(from: number, to: number, columns: number): CSSProperties {
  const move = {
    '--columns-on': (to % columns) - (from % columns),
    '--rows-on': Math.floor(to / columns) - Math.floor(from / columns),
  }
  return move as CSSProperties
}
