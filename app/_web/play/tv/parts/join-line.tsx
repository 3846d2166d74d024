'use client'

import { useTranslations } from 'next-intl'
import { QRCodeSVG } from 'qrcode.react'
import { useOrigin } from '../../origin'
import { useRoom } from '../../room-client/use-room'

/** How to come in while a game is on: a small picture, the address, the code. */
export function JoinLine() {
  const t = useTranslations('tv')
  const origin = useOrigin()
  const code = useRoom(({ room }) => room?.code ?? '')
  return (
    <div className="flex items-center gap-4">
      <QRCodeSVG
        value={`${origin}/room/${code}`}
        marginSize={2}
        title={t('qr')}
        className="size-24 shrink-0 rounded-xl border border-line"
      />
      <p className="min-w-0 leading-tight">
        <span className="block text-muted">{t('joinLate')}</span>
        <span dir="ltr" className="figures block font-extrabold text-3xl tracking-widest">
          {code}
        </span>
        <span dir="ltr" className="block truncate text-muted">
          {new URL(origin).host}
        </span>
      </p>
    </div>
  )
}
