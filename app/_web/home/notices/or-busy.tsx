import 'server-only'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { answerBusy } from '#server/edge/http/answer-status'
import { isBusy } from '#server/host/postgres/connection-error'
import { HandwrittenNumber } from '../../ink/logo/handwritten-digit'
import { AwayPage } from './away-page'

/** A page that says so, with status 503, where the database has no time for what it shows. */
export function orBusy<Props>(
  page: (props: Props) => Promise<ReactNode>,
): (props: Props) => Promise<ReactNode> {
  return async (props) => {
    try {
      return await page(props)
    } catch (error) {
      if (!isBusy(error)) throw error
      answerBusy()
      const t = await getTranslations('common.busy')
      return (
        <AwayPage picture={<HandwrittenNumber digits={[5, 0, 3]} />} title={t('title')}>
          {t('text')}
        </AwayPage>
      )
    }
  }
}

/** The metadata of such a page. */
export function metadataOrBusy<Props>(
  make: (props: Props) => Promise<Metadata>,
): (props: Props) => Promise<Metadata> {
  return (props) =>
    make(props).catch(async (error) => {
      if (!isBusy(error)) throw error
      const t = await getTranslations('common.busy')
      return { title: t('title'), robots: { index: false } }
    })
}
