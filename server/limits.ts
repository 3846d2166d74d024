/** How much one server takes, and from one address or connection. What one message may hold is in game/settings. */
export const limits = {
  maxRooms: 2_000,
  /** A school class sits behind one address, and so does a small conference. */
  connectionsPerAddress: 200,
  handshakesPerAddressPerMinute: 600,
  /** A class in which everybody plays alone, and starts again. */
  roomsPerAddressPerMinute: 120,
  /** Codes that no room has, typed or guessed, in `missedCodesWindowMs`: three for each of a class. */
  missedCodesPerAddress: 120,
  /** The same for an IPv6 /48, which is one site and has 65,536 addresses of ours. */
  missedCodesPerSite: 480,
  missedCodesWindowMs: 300_000,
  /** So many from all addresses together are no typing errors: for `missedCodesGuardMs` each address has a tenth. */
  missedCodesOfAll: 600,
  missedCodesGuardMs: 1_800_000,
  guardedShare: 0.1,
  /** A pen sends thirty batches a second. */
  messagesPerConnectionPerSecond: 60,
  /** Whatever comes by WebSocket or POST, messages and all else: far more than any browser sends, or no browser. */
  framesPerConnectionPerSecond: 600,
  /** Ten times what the fastest pen sends. */
  bytesPerConnectionPerSecond: 256 * 1024,
  /** Of one WebSocket message. Browsers send ours whole. */
  fragmentsPerMessage: 16,
  /** Anything but ink. Each may show everybody in the room a whole view. */
  wishesPerConnectionPerSecond: 20,
  /** Who is refused more often than this is no player. */
  refusalsPerConnectionPerMinute: 120,
  /** Names taken or changed, or tried and refused. */
  namesPerAddressPerMinute: 240,
  /** Recovery codes asked for or typed. Nobody needs many, and a code is not to be guessed. */
  recoveriesPerAddressPerMinute: 20,
  /** Everybody waits for one that is under way; a class has a few minutes. */
  erasuresPerAddressPerMinute: 20,
  /** Each reads all that a player ever drew. */
  downloadsPerAddressPerMinute: 20,

  /** Of any post. The largest that pages send, an admin's form with all that Next adds, is under 2 KB. */
  bodyBytes: 4 * 1024,
  /** For a head, of a request or of a connection that was just opened; on the worst phone network it takes a second. */
  headersMs: 10_000,
  /** For head and body together. */
  requestMs: 20_000,
  /** Between two requests. Longer than proxies keep a connection (nginx: 60 s), or they would send into one just closed. */
  keepAliveMs: 65_000,
  /** Without a byte either way. Long polling is answered at the latest after the next ping, 10 s. */
  idleMs: 120_000,
  /** How long who is refused may go on sending, so that they read the answer before the connection is reset. */
  lingerMs: 2_000,
  /** How often heads and bodies are looked at. */
  connectionsCheckMs: 2_000,
  /** Wrong passwords for the admin's page, of one address, until it has to wait; twice as long after each further one. */
  signInsBeforeBackoff: 3,
  signInBackoffMs: 1_000,
  signInBackoffMostMs: 300_000,
  /** The same for an IPv6 /48, which is one site and has 65,536 addresses of ours. */
  signInsOfSiteBeforeBackoff: 12,
  /**
   * Between two passwords of browsers that have never signed in, however many addresses they come from: so much longer with each
   * wrong one of theirs in an hour. At most that leaves some 50,000 guesses a day.
   */
  signInPauseMs: 100,
  signInPausePerWrongMs: 2,
  signInPauseMostMs: 2_000,
  /** Passwords that wait to be checked. Times the longest pause that is 40 s, less than proxies wait for an answer. */
  signInsWaiting: 20,
  /** How many addresses are remembered that have tried within the hour. */
  signInAddresses: 10_000,
  /** HTTP on one TCP connection. No browser asks so fast; a trusted proxy may. */
  requestsPerTcpPerSecond: 600,
  /** A class that plays by long polling, sixty a second each. */
  requestsPerAddressPerSecond: 3_000,
  /** All that is rendered or looked up, but no files: a class that opens ten pages each, with all that pages fetch ahead. */
  pagesPerAddressPerMinute: 6_000,
  /** Whose connections are terminated so often opens none for the rest of the minute: a flood that only redials. */
  floodsPerAddressPerMinute: 30,
  /** How long a WebSocket may take to answer a close. */
  closeMs: 2_000,
  /** How long a connection may be without a seat. Browsers ask for one at once. */
  seatlessMs: 60_000,

  /** TCP connections open at a time. A browser has up to six and one more for each tab: a class with three tabs each has 360. */
  tcpPerAddress: 600,
  /** A class behind a proxy that opens a connection for each request. */
  tcpOpensPerAddressPerSecond: 1_000,
  tcpOfAll: 10_000,

  /** Reports of one player about others; more is a campaign. */
  reportsPerPlayerPerHour: 12,

  lagProbeMs: 2_000,
  /** A connection with more than this on its way is behind: it gets no progress, and a fresh view once it has caught up. */
  behindBytes: 256 * 1024,
  caughtUpBytes: 16 * 1024,
  /** How long a server that closes waits for those who have yet to fetch that it does. */
  goodbyeMs: 1_000,
  /** Who is further behind than this, or for longer, is let go. */
  lostBytes: 1024 * 1024,
  lostAfterMs: 10_000,
} as const

export type Limits = { readonly [Name in keyof typeof limits]: number }
