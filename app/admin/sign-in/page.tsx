import { redirect } from 'next/navigation'
import { isAdmin } from '../../_web/admin/session'
import { SignInForm } from '../../_web/admin/sign-in-form'
import { SiteHeader } from '../../_web/home/site-header'
import { Words } from '../../_web/kit/i18n/words'

export default async function SignInPage() {
  if (await isAdmin()) redirect('/admin')
  return (
    <>
      <SiteHeader />
      <main id="main" className="page">
        <Words of={['admin']}>
          <SignInForm />
        </Words>
      </main>
    </>
  )
}
