import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { HeldResult } from '#server/store/list-held'

/** What speaks against a result, in plain words. */
export function Reasons({ result: { reasons, drawings } }: { result: HeldResult }) {
  const words = useTranslations('admin.held')
  const earlier = drawings.find(({ earlierGameId }) => earlierGameId !== null)
  return (
    <ul className="mt-3 grid gap-1 rounded-xl bg-wash px-4 py-2.5">
      {reasons.map((reason) => (
        <li key={reason}>
          {words(`reasons.${reason}`)}{' '}
          {reason === 'known-ink' && earlier && (
            <Link
              href={`/replay/${earlier.earlierGameId}`}
              prefetch={false}
              className="inline-flex min-h-11 items-center underline underline-offset-4"
            >
              {words('earlier')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
