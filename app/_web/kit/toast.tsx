'use client'

import dynamic from 'next/dynamic'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import {
  type ShownToast,
  shownMs,
  type ToastKind,
  type ToastListProps,
  toastClasses,
  toastsClasses,
  toastTextClasses,
} from './toast-look'

const ToastContext = createContext<(text: string, kind?: ToastKind, topic?: string) => void>(() => {})

/** @returns a function that shows a line for a few seconds and says it to screen readers; of one topic the last line alone is shown. */
export function useToast() {
  return useContext(ToastContext)
}

/** Fetched with the first line that is shown, which most visits never see. */
const ToastList = dynamic(
  () =>
    import('./toast-list').then(
      ({ ToastList }) => ToastList,
      () => LastToast,
    ),
  { ssr: false },
)

/** Where the list cannot be fetched, perhaps for want of a network: the newest line alone. */
function LastToast({ shown, forget }: ToastListProps) {
  const last = shown.at(-1)
  const { key, text = '' } = last ?? {}
  useEffect(() => {
    if (key === undefined) return
    const timer = setTimeout(forget, shownMs(text), key)
    return () => clearTimeout(timer)
  }, [key, text, forget])
  return (
    <div role="status" className={toastsClasses}>
      {last && (
        <p className={toastClasses(last.kind)}>
          <span className={toastTextClasses}>{last.text}</span>
        </p>
      )}
    </div>
  )
}

export function Toasts({ label, children }: { label: string; children: ReactNode }) {
  const [shown, setShown] = useState<readonly ShownToast[]>([])
  const show = useCallback((text: string, kind: ToastKind = 'note', topic?: string) => {
    const isPast = (toast: ShownToast) =>
      toast.text === text || (topic !== undefined && toast.topic === topic)
    setShown((before) => [
      ...before.filter((toast) => !isPast(toast)).slice(-2),
      { key: (before.at(-1)?.key ?? 0) + 1, text, kind, topic },
    ])
  }, [])
  const forget = useCallback(
    (key: number) => setShown((before) => before.filter((toast) => toast.key !== key)),
    [],
  )
  return (
    <ToastContext value={show}>
      {children}
      {shown.length > 0 && <ToastList {...{ label, shown, forget }} />}
    </ToastContext>
  )
}
