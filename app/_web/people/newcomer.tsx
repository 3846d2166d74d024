import { useTranslations } from 'next-intl'
import { HandwrittenDigit } from '../ink/logo/handwritten-digit'
import { Button } from '../kit/button'
import { Link } from '../kit/link'
import { EmptyState } from '../kit/panel'

/** Nothing to show yet. @param name of somebody else; null for who is looking */
export function Newcomer({ name }: { name: string | null }) {
  const t = useTranslations('profile.newcomer')
  return (
    <EmptyState
      picture={<HandwrittenDigit digit={0} time={0.9} className="h-40 text-accent" />}
      title={t('title')}
      action={
        <>
          <Button kind="primary" asChild>
            <Link href="/">{t('play')}</Link>
          </Button>
          {name === null && (
            <Button asChild>
              <Link href="/profile/device">{t('bring')}</Link>
            </Button>
          )}
        </>
      }
    >
      {name === null ? t('text') : t('textOf', { name })}
    </EmptyState>
  )
}
