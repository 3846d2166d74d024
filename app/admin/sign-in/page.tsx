import { redirect } from 'next/navigation'
import { Words } from '../../i18n/words'
import { SiteHeader } from '../../ui/site-header'
import { isAdmin } from '../session'
import { SignInForm } from '../sign-in-form'

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
