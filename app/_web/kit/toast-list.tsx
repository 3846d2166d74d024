'use client'

import { Toast as Radix } from 'radix-ui'
import { shownMs, type ToastListProps, toastClasses, toastsClasses } from './toast-look'

export function ToastList({ label, shown, forget }: ToastListProps) {
  return (
    <Radix.Provider label={label}>
      {shown.map(({ key, text, kind }) => (
        <Radix.Root
          key={key}
          duration={shownMs(text)}
          onOpenChange={() => forget(key)}
          className={toastClasses(kind)}
        >
          <Radix.Description>{text}</Radix.Description>
        </Radix.Root>
      ))}
      <Radix.Viewport className={toastsClasses} />
    </Radix.Provider>
  )
}
