import { useFormatter, useTranslations } from 'next-intl'
import type { Guest } from '#server/auth/guest'
import { Panel } from '../../kit/panel'
import { OwnPage } from '../own-page'
import { BringForm } from './bring-form'
import { TakeCode } from './take-code'

type DevicePageProps = {
  guest: Guest | null
  /** When the player's recovery code was made; null where there is none. */
  madeAt: Date | null
}

/** Both ends of the way from one device to another. */
export function DevicePage({ guest, madeAt }: DevicePageProps) {
  const t = useTranslations('profile.device')
  const format = useFormatter()
  return (
    <OwnPage heading={t('heading')}>
      <div className="mt-6 grid grid-cols-[repeat(auto-fit,minmax(min(100%,20rem),1fr))] items-start gap-5">
        <Panel aria-labelledby="take">
          <h2 id="take" className="text-2xl">
            {t('take')}
          </h2>
          <p className="mt-1 text-muted">{t(guest ? 'takeText' : 'takeNobody')}</p>
          {madeAt && (
            <p className="mt-2">{t('made', { date: format.dateTime(madeAt, { dateStyle: 'long' }) })}</p>
          )}
          {guest && <TakeCode hasOne={madeAt !== null} />}
        </Panel>
        <Panel aria-labelledby="bring">
          <h2 id="bring" className="text-2xl">
            {t('bring')}
          </h2>
          <p className="mt-1 text-muted">{t('bringText')}</p>
          {guest && <p className="mt-2">{t('bringReplaces', { name: guest.name })}</p>}
          <BringForm />
        </Panel>
      </div>
    </OwnPage>
  )
}
