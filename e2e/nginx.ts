import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import getPort from 'get-port'
import { networkName } from './address'
import type { ProxyShape, ReverseProxy } from './reverse-proxy'

/** How people configure it; without a word about the Host it sends its own idea of the game's address. */
const directives: Record<ProxyShape, string> = {
  whole: 'proxy_set_header Host $http_host;',
  'no-upgrade': 'proxy_set_header Host $http_host;',
  'no-port': 'proxy_set_header Host $host;',
  'no-host': '',
}
const upgrade = 'proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection $connection_upgrade;'

/** The nginx of this machine in front of a game. @param scheme what browsers speak to it; it speaks http to the game */
export async function openNginx(gamePort: () => number, scheme: 'http' | 'https'): Promise<ReverseProxy> {
  const folder = mkdtempSync(path.join(tmpdir(), 'digit-dash-nginx-'))
  const port = await getPort({ host: '127.0.0.1' })
  if (scheme === 'https') makeCertificate(folder)
  let running = run('whole')

  function run(shape: ProxyShape) {
    writeFileSync(path.join(folder, 'nginx.conf'), configure(shape))
    return spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'], { stdio: 'inherit' })
  }

  function configure(shape: ProxyShape): string {
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${name};`,
    )
    const tls = scheme === 'https' ? 'ssl_certificate cert.pem; ssl_certificate_key key.pem;' : ''
    return `
      daemon off; master_process off; pid nginx.pid; events {}
      http {
        access_log off; ${paths.join(' ')}
        map $http_upgrade $connection_upgrade { default upgrade; '' close; }
        server {
          listen 127.0.0.1:${port}${tls && ' ssl'}; ${tls}
          location / {
            proxy_pass http://127.0.0.1:${gamePort()};
            proxy_http_version 1.1;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_set_header X-Forwarded-Proto $scheme;
            ${directives[shape]} ${shape === 'no-upgrade' ? '' : upgrade}
          }
        }
      }`
  }

  async function end(): Promise<void> {
    const hasEnded = once(running, 'exit')
    running.kill('SIGTERM')
    await hasEnded
  }

  await isListening(port)
  return {
    url: `${scheme}://${networkName}:${port}`,
    async switchTo(shape) {
      await end()
      running = run(shape)
      await isListening(port)
    },
    async close() {
      await end()
      rmSync(folder, { recursive: true })
    },
  }
}

function makeCertificate(folder: string): void {
  const files = ['-keyout', path.join(folder, 'key.pem'), '-out', path.join(folder, 'cert.pem')]
  const names = ['-subj', `/CN=${networkName}`, '-addext', `subjectAltName=DNS:${networkName}`]
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...names, ...files],
    {
      stdio: 'ignore',
    },
  )
}

async function isListening(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isOpen) return
    await pause(50)
  }
}
