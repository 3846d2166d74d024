import { useFormatter, useTranslations } from 'next-intl'
import { revealedAt } from '#game/prompts/daily'
import type { DayProof } from '#server/store/daily/day-secrets'
import { FirstDigits } from './first-digits'
import { ProofCheck } from './proof-check'

/** [R14] How anybody can check that a day's digits were chosen before it, and known to nobody. */
export function Proofs({ proofs }: { proofs: readonly DayProof[] }) {
  const t = useTranslations('daily.proof')
  return (
    <section aria-labelledby="proof" className="mt-10 grid grid-cols-1 gap-4">
      <h2 id="proof" className="text-2xl">
        {t('title')}
      </h2>
      <p className="max-w-prose text-muted">{t(proofs.length > 0 ? 'text' : 'unsealed')}</p>
      {proofs.map((proof) => (
        <Proof key={proof.day} proof={proof} />
      ))}
    </section>
  )
}

function Proof({ proof }: { proof: DayProof }) {
  const t = useTranslations('daily.proof')
  const format = useFormatter()
  const { day, commitment, createdAt, secret } = proof
  const dayName = format.dateTime(new Date(day), { dateStyle: 'long', timeZone: 'UTC' })
  const moment = (at: Date | number) =>
    format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  return (
    <div className="grid grid-cols-1 gap-2 border-line border-s-4 ps-4 text-base">
      <dl className="grid grid-cols-1 gap-2">
        <Fact name={t('fingerprint', { day: dayName })}>
          <Code>{commitment}</Code>
          <span className="block text-muted">{t('since', { time: moment(createdAt) })}</span>
        </Fact>
        {secret === null ? (
          <Fact name={t('secret')}>{t('later', { time: moment(revealedAt(day)) })}</Fact>
        ) : (
          <>
            <Fact name={t('secret')}>
              <Code>{secret}</Code>
            </Fact>
            <Fact name={t('digits')}>
              <Code>
                <FirstDigits secret={secret} />
              </Code>
            </Fact>
          </>
        )}
      </dl>
      <ProofCheck {...{ day, commitment, secret }} />
    </div>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Code({ children }: { children: React.ReactNode }) {
  return (
    <code dir="ltr" className="block break-all">
      {children}
    </code>
  )
}
