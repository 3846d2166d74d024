/** How much one server takes, and from one address or connection. What one message may hold is in game/settings. */
export const limits = {
  maxRooms: 2_000,
  /** A school class sits behind one address, and so does a small conference. */
  connectionsPerAddress: 200,
  handshakesPerAddressPerMinute: 600,
  /** A class in which everybody plays alone, and starts again. */
  roomsPerAddressPerMinute: 120,
  /** Different codes that no room has, typed or guessed, in `missedCodesWindowMs`: three for each of a class. */
  missedCodesPerAddress: 120,
  /** The same for an IPv6 /48, which is one site and has 65,536 addresses of ours. */
  missedCodesPerSite: 480,
  missedCodesWindowMs: 300_000,
  /** So many from all addresses together are no typing errors: for `missedCodesGuardMs` each address has a share. */
  missedCodesOfAll: 600,
  missedCodesGuardMs: 1_800_000,
  guardedShare: 0.1,
  /** Of an address where a player has a seat: a class that plays, of whom half mistype the next code. */
  guardedSeatedShare: 0.5,
  /** A pen sends thirty batches a second. */
  messagesPerConnectionPerSecond: 60,
  /** A minute of a pen, 1,800, and 600 that a network held back before it: after 20 s of silence a connection is closed. */
  messagesPerConnectionPerMinute: 3_000,
  /** Whatever comes by WebSocket or POST, messages and all else: those 600, what else a browser says meanwhile, and no more. */
  framesPerConnectionPerSecond: 660,
  /** Twenty seconds of a pen that tells of a thousand points in each. */
  bytesPerConnectionPerSecond: 256 * 1024,
  /** Of one WebSocket message. Browsers send ours whole. */
  fragmentsPerMessage: 16,
  /** Anything but ink. Each may show everybody in the room a whole view. */
  wishesPerConnectionPerSecond: 20,
  /** Who is refused more often than this is no player. Ink that a slow network made late, and all that is too often, is not counted. */
  refusalsPerConnectionPerMinute: 120,
  /** Posts that change a player and have no limit of their own: names taken or tried, consent, whether a profile is listed. */
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
  /** HTTP on one TCP connection. No browser asks so fast; a trusted proxy may, and has no such limit. */
  requestsPerTcpPerSecond: 600,
  /** In one turn of the event loop. No browser and no proxy asks again before it is answered. */
  requestsAtOncePerTcp: 8,
  /** Forty who play by long polling, each with thirty posts and thirty polls a second: 2,400; and what else they open. */
  requestsPerAddressPerSecond: 3_000,
  /** All but sockets and `/_next/static/`: a class that opens ten pages each, with all that pages fetch ahead. */
  pagesPerAddressPerMinute: 6_000,
  /** Rendered together; all others of the address wait for their turn. */
  pagesAtOncePerAddress: 2,
  /** Whose connections are terminated for so many floods is refused for the rest of the minute: a flood that only redials. */
  floodsPerAddressPerMinute: 30,
  /** HTTP on one TCP connection from there, so that they, and all who share the address, still read why. */
  refusedRequestsPerTcpPerSecond: 10,
  /** How long a WebSocket may take to answer a close. */
  closeMs: 2_000,
  /** How long a connection may be without a seat. Browsers ask for one at once. */
  seatlessMs: 60_000,

  /** TCP connections open at a time. A browser has up to six and one more for each tab: a class with three tabs each has 360. */
  tcpPerAddress: 600,
  /** As many as there may be requests: an untold proxy may open a connection for each. */
  tcpOpensPerAddressPerSecond: 3_000,
  tcpOfAll: 10_000,
  /** Of an address whose connections flood over and over, so many more are read each 100 ms: `tcpPerAddress` of them in six seconds. */
  tcpTurnsOfFloodersPerWindow: 10,

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
