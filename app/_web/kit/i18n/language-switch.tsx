'use client'

import { Languages } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { type ComponentProps, useState } from 'react'
import { IconButton } from '../icon-button'

const loadMenu = () => import('./language-menu')
const LanguageMenu = dynamic(loadMenu, { ssr: false, loading: () => <Sign aria-busy /> })

/** The menu of languages; few ever open it, so its code comes when somebody is about to. */
export function LanguageSwitch() {
  const [isOpened, setOpened] = useState(false)
  if (isOpened) return <LanguageMenu />
  return <Sign aria-haspopup="menu" onPointerEnter={loadMenu} onClick={() => setOpened(true)} />
}

function Sign(props: Omit<ComponentProps<typeof IconButton>, 'label'>) {
  const t = useTranslations('common')
  return (
    <IconButton label={t('language')} {...props}>
      <Languages />
    </IconButton>
  )
}
