import { classes } from './classes'

export type ToastKind = 'note' | 'good' | 'bad'
export type ShownToast = {
  readonly key: number
  readonly text: string
  readonly kind: ToastKind
  /** What it is about, if a later line about the same takes its place. */
  readonly topic?: string | undefined
}

export type ToastListProps = {
  label: string
  shown: readonly ShownToast[]
  forget: (key: number) => void
}

/** How long a line is shown, ms: as long as it takes a child to read it. */
export const shownMs = (text: string): number => Math.max(4_000, text.length * 90)

const edges: Record<ToastKind, string> = {
  note: 'border-s-ink',
  good: 'border-s-good',
  bad: 'border-s-bad',
}

/** At the top: what is to be done next is at the bottom of most screens, and is not to wait until a line has been read. */
export const toastsClasses =
  'fixed inset-x-4 top-[max(0.5rem,env(safe-area-inset-top))] z-60 mx-auto grid max-w-sm gap-2 outline-none'

export const toastTextClasses = 'min-w-0 flex-1 py-2.5'

export function toastClasses(kind: ToastKind): string {
  return classes(
    'flex animate-rise items-start gap-1 rounded-xl border border-line border-s-4 bg-card py-0.5 ps-4 pe-0.5 shadow-sheet',
    edges[kind],
  )
}
