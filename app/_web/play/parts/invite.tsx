'use client'

import { Check, Copy, QrCode, Share2, Tv } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { QRCodeSVG } from 'qrcode.react'
import { useEffect, useState } from 'react'
import { copyText } from '../../kit/browser/copy-text'
import { canShare, shareOrCopy } from '../../kit/browser/share-text'
import { Button } from '../../kit/button'
import { CodeCards } from '../../kit/code-cards'
import { Dialog } from '../../kit/dialog'
import { useToast } from '../../kit/toast'
import { useOrigin } from '../origin'
import { useRoom } from '../room-client/use-room'

/** The code, to be read across a room, and every other way to hand it on. */
export function Invite() {
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
    <section aria-label={words('invite')} className="grid gap-4">
      <div>
        <p className="font-display font-semibold text-muted">{words('code')}</p>
        <CodeCards code={code} />
      </div>
      <div className="flex flex-wrap gap-2">
        {canShare() && (
          <Button size="small" kind="solid" onClick={share}>
            <Share2 aria-hidden="true" />
            {words('share')}
          </Button>
        )}
        <Button size="small" onClick={async () => tell(await copyText(address))}>
          {isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          {words(isCopied ? 'copied' : 'copy')}
        </Button>
        <Button asChild size="small" className="max-sm:hidden">
          <a href={`/tv/${code}`} target="_blank" rel="noreferrer">
            <Tv aria-hidden="true" />
            {words('tv')}
          </a>
        </Button>
        <Button size="small" className="sm:hidden" onClick={() => setShowingCode(true)}>
          <QrCode aria-hidden="true" />
          {words('showQr')}
        </Button>
        <Dialog title={words('invite')} isOpen={isShowingCode} onOpenChange={setShowingCode}>
          <QRCodeSVG
            value={address}
            marginSize={2}
            title={words('qr')}
            className="h-auto w-full rounded-2xl"
          />
        </Dialog>
      </div>
      <div className="hidden items-center gap-4 sm:flex">
        <QRCodeSVG
          value={address}
          size={132}
          marginSize={2}
          title={words('qr')}
          className="shrink-0 rounded-2xl border border-line"
        />
        <p className="text-muted">{words('inviteHint', { address: new URL(origin).host })}</p>
      </div>
    </section>
  )
}
