import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '../../kit/button'

export function SamplePages({ page, pageCount }: { page: number; pageCount: number }) {
  const words = useTranslations('profile.drawings')
  if (pageCount <= 1 && page === 1) return null
  const addressOf = (number: number) => `/profile/drawings?page=${number}`
  return (
    <nav
      aria-label={words('page', { page, count: pageCount })}
      className="mt-5 flex flex-wrap items-center gap-4"
    >
      {page > 1 && (
        <Button asChild size="small">
          <Link href={addressOf(Math.min(page - 1, pageCount))}>{words('previous')}</Link>
        </Button>
      )}
      <span>{words('page', { page, count: pageCount })}</span>
      {page < pageCount && (
        <Button asChild size="small">
          <Link href={addressOf(page + 1)}>{words('next')}</Link>
        </Button>
      )}
    </nav>
  )
}
