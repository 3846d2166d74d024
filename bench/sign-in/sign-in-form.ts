import { type IncomingHttpHeaders, request } from 'node:http'
import { text } from 'node:stream/consumers'

export type SignInAnswer = 'signed-in' | 'wrong' | { readonly waitSeconds: number }

type Client = {
  /** The address of this machine that the client connects from. */
  readonly localAddress?: string
  readonly headers?: Record<string, string>
}

/** The sign-in page as a browser without JavaScript uses it. */
export type SignInRequest = {
  /** @returns the answer, and the cookies that came with it */
  submit(password: string, client?: Client): Promise<{ answer: SignInAnswer; cookie: string }>
}

/** Fetches the sign-in page once; its form can then be sent from any address. @throws Error when there is no form */
export async function openSignInForm(url: string): Promise<SignInRequest> {
  const page = new URL('/admin/sign-in', url)
  const { body: html } = await ask(page)
  const [, form = ''] = /<form(.*?)<\/form>/s.exec(html) ?? []
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)]
  if (hidden.length === 0) throw new Error('the sign-in page has no form')

  return {
    async submit(password, client) {
      const fields = new FormData()
      for (const [, name = '', value = ''] of hidden)
        fields.append(name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
      fields.append('password', password)
      const { status, headers, body } = await ask(page, fields, client)
      const cookie = (headers['set-cookie'] ?? []).map((each) => each.split(';')[0]).join('; ')
      return { answer: status === 303 ? 'signed-in' : readRefusal(status, body), cookie }
    },
  }
}

/** The page contains every message of its form; the one that it shows is in an alert. */
function readRefusal(status: number, html: string): SignInAnswer {
  const [, said = ''] = /role="alert"[^>]*>([^<]*)</.exec(html) ?? []
  if (said === 'That is not the password.') return 'wrong'
  const [, count, unit] = /\b(a|\d+) (second|minute)s?\.$/.exec(said) ?? []
  if (!count) throw new Error(`the sign-in answered ${status} and "${said}"`)
  return { waitSeconds: (count === 'a' ? 1 : Number(count)) * (unit === 'minute' ? 60 : 1) }
}

async function ask(
  page: URL,
  fields?: FormData,
  { localAddress, headers }: Client = {},
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  const form = fields && new Response(fields)
  const body = form && Buffer.from(await form.arrayBuffer())
  return new Promise((resolve, reject) => {
    const sent = request(page, {
      method: body ? 'POST' : 'GET',
      agent: false,
      ...(localAddress && { localAddress }),
      headers: {
        ...(form && {
          'content-type': form.headers.get('content-type') ?? '',
          'content-length': body?.length,
        }),
        ...headers,
      },
    })
    sent.on('response', async (response) =>
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: await text(response),
      }),
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
