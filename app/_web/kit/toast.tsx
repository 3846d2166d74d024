'use client'

import { Toast as Radix } from 'radix-ui'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { classes } from './classes'

export type ToastKind = 'note' | 'good' | 'bad'
type Shown = { readonly key: number; readonly text: string; readonly kind: ToastKind }

const ToastContext = createContext<(text: string, kind?: ToastKind) => void>(() => {})

/** @returns a function that shows a line for a few seconds and says it to screen readers. */
export function useToast() {
  return useContext(ToastContext)
}

const edges: Record<ToastKind, string> = {
  note: 'border-s-ink',
  good: 'border-s-good',
  bad: 'border-s-bad',
}

export function Toasts({ label, children }: { label: string; children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([])
  const show = useCallback((text: string, kind: ToastKind = 'note') => {
    setShown((before) => [
      ...before.filter((toast) => toast.text !== text).slice(-2),
      { key: (before.at(-1)?.key ?? 0) + 1, text, kind },
    ])
  }, [])
  const forget = (key: number) => setShown((before) => before.filter((toast) => toast.key !== key))
  return (
    <ToastContext value={show}>
      <Radix.Provider label={label} duration={4000}>
        {children}
        {shown.map(({ key, text, kind }) => (
          <Radix.Root
            key={key}
            onOpenChange={() => forget(key)}
            className={classes(
              'animate-rise rounded-xl border border-line border-s-4 bg-card px-4 py-3 shadow-sheet',
              edges[kind],
            )}
          >
            <Radix.Description>{text}</Radix.Description>
          </Radix.Root>
        ))}
        <Radix.Viewport className="fixed inset-x-4 bottom-[max(1rem,env(safe-area-inset-bottom))] z-60 mx-auto grid max-w-sm gap-2 outline-none" />
      </Radix.Provider>
    </ToastContext>
  )
}
