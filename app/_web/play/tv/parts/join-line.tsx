'use client'

import { useTranslations } from 'next-intl'
import { QRCodeSVG } from 'qrcode.react'
import { FittedText } from '../../../kit/fit/fitted-text'
import { useOrigin } from '../../origin'
import { useRoom } from '../../room-client/use-room'

/** How to come in while a game is on: a small picture, the address, the code. */
export function JoinLine() {
  const t = useTranslations('tv')
  const origin = useOrigin()
  const code = useRoom(({ room }) => room?.code ?? '')
  return (
    <div className="flex min-w-0 items-center gap-3">
      <QRCodeSVG
        value={`${origin}/room/${code}`}
        marginSize={2}
        title={t('qr')}
        className="size-22 shrink-0 rounded-xl border border-line"
      />
      <p className="min-w-0 leading-tight">
        <span className="block text-muted">{t('joinLate')}</span>
        <span dir="ltr" className="figures block whitespace-nowrap font-extrabold text-2xl tracking-wider">
          {code}
        </span>
        <span dir="ltr" className="flex text-muted">
          <FittedText text={new URL(origin).host} mayBreak />
        </span>
      </p>
    </div>
  )
}
