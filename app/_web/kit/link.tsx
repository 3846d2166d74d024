'use client'

// biome-ignore lint/style/noRestrictedImports: the one place that may
import NextLink from 'next/link'
import { type ComponentProps, useState } from 'react'

/**
 * A link whose page is fetched ahead when a pointer or the focus comes near, not when it is merely in view: one look at home made
 * the server render eight pages that hardly anybody opened, and a class of forty looks at once.
 */
export function Link(
  props: Omit<ComponentProps<typeof NextLink>, 'prefetch' | 'onFocus' | 'onPointerEnter'>,
) {
  const [isNear, setNear] = useState(false)
  const comeNear = () => setNear(true)
  return <NextLink {...props} prefetch={isNear ? null : false} onPointerEnter={comeNear} onFocus={comeNear} />
}
