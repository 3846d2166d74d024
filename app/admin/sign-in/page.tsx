import { redirect } from 'next/navigation'
import { isAdmin } from '../../_web/admin/session'
import { AdminSignInForm } from '../../_web/admin/sign-in-form'
import { SiteHeader } from '../../_web/home/site-header'
import { MessagesProvider } from '../../_web/kit/i18n/messages-provider'

export default async function SignInPage() {
  if (await isAdmin()) redirect('/admin')
  return (
    <>
      <SiteHeader />
      <main id="main" className="page">
        <MessagesProvider of={['admin']}>
          <AdminSignInForm />
        </MessagesProvider>
      </main>
    </>
  )
}
