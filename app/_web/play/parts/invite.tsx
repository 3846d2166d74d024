'use client'

import { QrCode, Tv } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { QRCodeSVG } from 'qrcode.react'
import { useState } from 'react'
import { canShare } from '../../kit/browser/share-text'
import { Button } from '../../kit/button'
import { CodeCards } from '../../kit/code-cards'
import { CopyButton } from '../../kit/copy-button'
import { Dialog } from '../../kit/dialog'
import { ShareButton } from '../../kit/share-button'
import { useOrigin } from '../origin'
import { useRoom } from '../room-client/use-room'

/** The code, to be read across a room, and every other way to hand it on. */
export function Invite() {
  const t = useTranslations('room.lobby')
  const code = useRoom(({ room }) => room?.code ?? '')
  const origin = useOrigin()
  const [isShowingCode, setShowingCode] = useState(false)
  const address = `${origin}/room/${code}`

  return (
    <section aria-label={t('invite')} className="grid gap-4">
      <div>
        <p className="font-display font-semibold text-muted">{t('code')}</p>
        <CodeCards code={code} />
      </div>
      <div className="flex flex-wrap gap-2">
        {canShare() && <ShareButton href={address} text={t('shareText', { code })} size="small" />}
        <CopyButton text={address} copied={t('copied')} notCopied={t('notCopied', { address })} size="small">
          {t('copy')}
        </CopyButton>
        <Button asChild size="small" className="max-sm:hidden">
          <a href={`/tv/${code}`} target="_blank" rel="noreferrer">
            <Tv aria-hidden="true" />
            {t('tv')}
          </a>
        </Button>
        <Button size="small" className="sm:hidden" onClick={() => setShowingCode(true)}>
          <QrCode aria-hidden="true" />
          {t('showQr')}
        </Button>
        <Dialog title={t('invite')} isOpen={isShowingCode} onOpenChange={setShowingCode}>
          <QRCodeSVG value={address} marginSize={2} title={t('qr')} className="h-auto w-full rounded-2xl" />
        </Dialog>
      </div>
      <div className="hidden items-center gap-4 sm:flex">
        <QRCodeSVG
          value={address}
          size={132}
          marginSize={2}
          title={t('qr')}
          className="shrink-0 rounded-2xl border border-line"
        />
        <p className="text-muted">{t('inviteHint', { address: new URL(origin).host })}</p>
      </div>
    </section>
  )
}
