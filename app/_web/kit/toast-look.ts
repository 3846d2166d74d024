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

export const toastsClasses =
  'fixed inset-x-4 bottom-[max(1rem,env(safe-area-inset-bottom))] z-60 mx-auto grid max-w-sm gap-2 outline-none'

export function toastClasses(kind: ToastKind): string {
  return classes(
    'animate-rise rounded-xl border border-line border-s-4 bg-card px-4 py-3 shadow-sheet',
    edges[kind],
  )
}
