'use client'

import { QrCode, Tv } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { QRCodeSVG } from 'qrcode.react'
import { useState } from 'react'
import { canShare } from '../../kit/browser/share'
import { Button } from '../../kit/button'
import { classes } from '../../kit/classes'
import { CodeCards } from '../../kit/code-cards'
import { CopyButton } from '../../kit/copy-button'
import { Dialog } from '../../kit/dialog'
import { FittedText, fittedRow } from '../../kit/fit/fitted-text'
import { ShareButton } from '../../kit/share-button'
import { useOrigin } from '../origin'
import { useRoom } from '../room-client/use-room'

type InviteProps = {
  hasQr: boolean
  isLow: boolean
  /** Those in for watching too. */
  hasAllWays: boolean
  /** Words have place below their signs alone. */
  isNarrow: boolean
}

/** The code, to be read across a room, and every other way to hand it on. */
export function Invite({ hasQr, isLow, hasAllWays, isNarrow }: InviteProps) {
  const t = useTranslations('room.lobby')
  const share = useTranslations('common.share')
  const code = useRoom(({ room }) => room?.code ?? '')
  const origin = useOrigin()
  const [isShowingCode, setShowingCode] = useState(false)
  const address = `${origin}/room/${code}`
  const words = [
    ...(canShare() ? [share('share')] : []),
    t('copy'),
    ...(hasAllWays ? [t('copyWatch'), t('tv')] : []),
    ...(hasQr ? [] : [t('showQr')]),
  ]
  const way = classes('fitted-cell min-w-0 flex-1', isNarrow ? 'h-12 flex-col gap-0! px-1!' : 'h-11 px-2!')

  return (
    <section
      aria-label={t('invite')}
      className={classes('grid gap-x-4 gap-y-2', hasQr && 'grid-cols-[minmax(0,1fr)_auto]')}
    >
      <div className="min-w-0">
        <p className={isLow ? 'sr-only' : 'font-display font-semibold text-base text-muted leading-tight'}>
          {t('code')}
        </p>
        <CodeCards code={code} size={isLow ? 'small' : 'medium'} />
      </div>
      {hasQr && (
        <QRCodeSVG
          value={address}
          marginSize={2}
          title={t('qr')}
          className="row-span-2 size-37 rounded-2xl border border-line"
        />
      )}
      <div className="flex min-w-0 gap-2" style={fittedRow(words)}>
        {canShare() && (
          <ShareButton href={address} text={t('shareText', { code })} size="small" className={way} />
        )}
        <CopyButton
          text={address}
          copied={t('copied')}
          notCopied={t('notCopied', { address })}
          size="small"
          className={way}
        >
          {t('copy')}
        </CopyButton>
        {hasAllWays && (
          <>
            <CopyButton
              text={`${address}?watch`}
              copied={t('copied')}
              notCopied={t('notCopied', { address: `${address}?watch` })}
              size="small"
              className={way}
            >
              {t('copyWatch')}
            </CopyButton>
            <Button asChild size="small" className={way}>
              <a href={`/tv/${code}`} target="_blank" rel="noreferrer">
                <Tv aria-hidden="true" />
                <FittedText text={t('tv')} />
              </a>
            </Button>
          </>
        )}
        {!hasQr && (
          <Button size="small" className={way} onClick={() => setShowingCode(true)}>
            <QrCode aria-hidden="true" />
            <FittedText text={t('showQr')} />
          </Button>
        )}
        <Dialog
          title={t('invite')}
          description={t('inviteHint', { address: new URL(origin).host })}
          isOpen={isShowingCode}
          onOpenChange={setShowingCode}
        >
          <QRCodeSVG
            value={address}
            marginSize={2}
            title={t('qr')}
            className="mx-auto h-auto w-full max-w-[60dvh] rounded-2xl"
          />
        </Dialog>
      </div>
    </section>
  )
}
