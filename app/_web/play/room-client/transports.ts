import { NodeXHR, NodeWebSocket as WebSocketTransport } from 'socket.io-client'

/** A network that swallows WebSockets says nothing: after this, long polling is tried. */
const timeoutMs = 2_500

/**
 * WebSocket that gives up on a network which blocks it, however it does so: by an error, a close, an exception, or by letting
 * nothing through. The engine goes on to the next transport after an error alone.
 */
class WebSocketWithTimeout extends WebSocketTransport {
  #timeout: ReturnType<typeof setTimeout> | undefined

  override doOpen(): this {
    this.#timeout = setTimeout(() => this.#giveUp(), timeoutMs)
    super.doOpen()
    return this
  }

  protected override onPacket(packet: Parameters<WebSocketTransport['onPacket']>[0]): void {
    clearTimeout(this.#timeout)
    this.#timeout = undefined
    super.onPacket(packet)
  }

  protected override onClose(details?: Parameters<WebSocketTransport['onClose']>[0]): void {
    if (this.#timeout === undefined) super.onClose(details)
    else this.#giveUp()
  }

  override doClose(): void {
    clearTimeout(this.#timeout)
    this.#timeout = undefined
    super.doClose()
  }

  #giveUp(): void {
    // The engine turns to the next transport in here and forgets this one, which may still be connecting.
    this.onError('websocket blocked', null)
    this.close()
  }
}

let hasWebSocketWorked = false
let isPollingNeeded = false

/** @param name of the transport that a connection has just been opened by */
export function rememberTransport(name: string): void {
  if (name === 'websocket') hasWebSocketWorked = true
  else isPollingNeeded = !hasWebSocketWorked
}

/**
 * For the option `transports`, with `tryAllTransports`: WebSocket first, then long polling. A page whose network has let
 * polling through and never a WebSocket does not wait for one again.
 */
export function transportsToTry() {
  return isPollingNeeded ? [NodeXHR] : [WebSocketWithTimeout, NodeXHR]
}
