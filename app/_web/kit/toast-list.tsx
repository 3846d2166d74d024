'use client'

import { Toast as Radix } from 'radix-ui'
import { type ShownToast, toastClasses, toastsClasses } from './toast-look'

/** How long a line is shown, ms. */
const shownMs = 4_000

type ToastListProps = {
  label: string
  shown: readonly ShownToast[]
  forget: (key: number) => void
}

export function ToastList({ label, shown, forget }: ToastListProps) {
  return (
    <Radix.Provider label={label} duration={shownMs}>
      {shown.map(({ key, text, kind }) => (
        <Radix.Root key={key} onOpenChange={() => forget(key)} className={toastClasses(kind)}>
          <Radix.Description>{text}</Radix.Description>
        </Radix.Root>
      ))}
      <Radix.Viewport className={toastsClasses} />
    </Radix.Provider>
  )
}
