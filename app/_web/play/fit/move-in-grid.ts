import type { CSSProperties } from 'react'

/**
 * Shows a cell of a grid in another cell's place: nothing is laid out anew, and it glides there (`.moves-in-grid`). For screen
 * readers, and for the painted canvases, the order stays as it is.
 *
 * @param from index of the cell in which it lies @param to index of the cell in which it is to be seen
 */
export function moveInGrid(from: number, to: number, columns: number): CSSProperties {
  const along = (to % columns) - (from % columns)
  const down = Math.floor(to / columns) - Math.floor(from / columns)
  // Not as custom properties, which all within the cell would inherit: its whole style would be worked out anew with each move.
  return {
    translate: `calc(${along} * var(--forth, 1) * (100% + var(--gap-across))) calc(${down} * (100% + var(--gap-down)))`,
  }
}
