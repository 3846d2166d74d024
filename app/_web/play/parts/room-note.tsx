import type { ReactNode } from 'react'
import { EmptyState } from '../../kit/panel'

type RoomNoteProps = { title?: string; picture?: ReactNode; action?: ReactNode; children?: ReactNode }

/** A whole page that says one thing. */
export function RoomNote({ title, picture, action, children }: RoomNoteProps) {
  return (
    <main id="main" className="page grid min-h-dvh grid-cols-1 place-items-center">
      {title === undefined ? (
        children
      ) : (
        <EmptyState heading="h1" title={title} picture={picture} action={action}>
          {children}
        </EmptyState>
      )}
    </main>
  )
}
