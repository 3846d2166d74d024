import { useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { NoticePage, type NoticeProps } from './notice-page'
import { TryAgain } from './try-again'

/** The page cannot be shown for now; Practice needs neither the network nor the database. */
export function AwayPage(props: NoticeProps) {
  const t = useTranslations('common.offline')
  return (
    <NoticePage
      {...props}
      action={
        <>
          <TryAgain />
          <Button asChild>
            <a href="/practice">{t('practise')}</a>
          </Button>
        </>
      }
    />
  )
}
