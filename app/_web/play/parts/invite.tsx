'use client'

import { Check, Copy, QrCode, Share2, Tv } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { QRCodeSVG } from 'qrcode.react'
import { useEffect, useState } from 'react'
import { copyText } from '../../kit/browser/copy-text'
import { canShare, shareOrCopy } from '../../kit/browser/share-text'
import { Button } from '../../kit/button'
import { classes } from '../../kit/classes'
import { CodeCards } from '../../kit/code-cards'
import { Dialog } from '../../kit/dialog'
import { FittedText } from '../../kit/fit/fitted-text'
import { useToast } from '../../kit/toast'
import { useOrigin } from '../origin'
import { useRoom } from '../room-client/use-room'

const way = 'h-11 min-w-0 flex-1 px-2!'

/** The code, to be read across a room, and every other way to hand it on. */
export function Invite({ hasQr }: { hasQr: boolean }) {
  const words = useTranslations('room.lobby')
  const show = useToast()
  const code = useRoom(({ room }) => room?.code ?? '')
  const origin = useOrigin()
  const [isCopied, setCopied] = useState(false)
  const [isShowingCode, setShowingCode] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), 2_500)
    return () => clearTimeout(timer)
  }, [isCopied])

  const address = `${origin}/room/${code}`

  function tell(isDone: boolean) {
    setCopied(isDone)
    if (isDone) show(words('copied'), 'good')
    else show(words('notCopied', { address }))
  }

  async function share() {
    const outcome = await shareOrCopy({ text: words('shareText', { code }), url: address }, address)
    if (outcome === 'copied' || outcome === 'failed') tell(outcome === 'copied')
  }

  return (
    <section
      aria-label={words('invite')}
      className={classes('grid gap-x-4 gap-y-2', hasQr && 'grid-cols-[minmax(0,1fr)_auto]')}
    >
      <div className="min-w-0">
        <p className="font-display font-semibold text-base text-muted leading-tight">{words('code')}</p>
        <CodeCards code={code} />
      </div>
      {hasQr && (
        <QRCodeSVG
          value={address}
          marginSize={2}
          title={words('qr')}
          className="row-span-2 size-37 rounded-2xl border border-line"
        />
      )}
      <div className="flex min-w-0 gap-2">
        {canShare() && (
          <Button size="small" kind="solid" className={way} onClick={share}>
            <Share2 aria-hidden="true" />
            <FittedText text={words('share')} />
          </Button>
        )}
        <Button size="small" className={way} onClick={async () => tell(await copyText(address))}>
          {isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          <FittedText text={words(isCopied ? 'copied' : 'copy')} />
        </Button>
        <Button asChild size="small" className={`${way} max-sm:hidden`}>
          <a href={`/tv/${code}`} target="_blank" rel="noreferrer">
            <Tv aria-hidden="true" />
            <FittedText text={words('tv')} />
          </a>
        </Button>
        {!hasQr && (
          <Button size="small" className={way} onClick={() => setShowingCode(true)}>
            <QrCode aria-hidden="true" />
            <FittedText text={words('showQr')} />
          </Button>
        )}
        <Dialog
          title={words('invite')}
          description={words('inviteHint', { address: new URL(origin).host })}
          isOpen={isShowingCode}
          onOpenChange={setShowingCode}
        >
          <QRCodeSVG
            value={address}
            marginSize={2}
            title={words('qr')}
            className="mx-auto h-auto w-full max-w-[60dvh] rounded-2xl"
          />
        </Dialog>
      </div>
    </section>
  )
}
