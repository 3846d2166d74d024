/** Rate limits, quotas and timeouts of one server, address and connection. The size of one message is limited in game/settings. */
export const limits = {
  maxRooms: 2_000,
  /** A school class or a small conference shares one address. */
  connectionsPerAddress: 200,
  handshakesPerAddressPerMinute: 600,
  /** A class in which everybody plays alone, and starts over. */
  roomsPerAddressPerMinute: 120,
  /** Different codes without a room, typed or guessed, in `missedCodesWindowMs`: three for each pupil of a class. */
  missedCodesPerAddress: 120,
  /** The same for an IPv6 /48, which is one site and has 65,536 addresses of ours. */
  missedCodesPerSite: 480,
  missedCodesWindowMs: 300_000,
  /** More of all addresses together are an attack: for `missedCodesGuardMs` each address has only a share. */
  missedCodesOfAll: 600,
  missedCodesGuardMs: 1_800_000,
  guardedShare: 0.1,
  /** The share of an address with a seated player: a class that plays, of whom half mistype the next code. */
  guardedSeatedShare: 0.5,
  /** A pen sends thirty batches a second. */
  messagesPerConnectionPerSecond: 60,
  /** A minute of drawing is 1,800, plus a backlog of 600 from before: after 20 s of silence a connection is closed. */
  messagesPerConnectionPerMinute: 3_000,
  /** Frames of every kind, by WebSocket or POST: a backlog of 600, and some for pongs and commands. */
  framesPerConnectionPerSecond: 660,
  /** A backlog of twenty seconds of a pen that sends a thousand points a second. */
  bytesPerConnectionPerSecond: 256 * 1024,
  /** Fragments of one WebSocket message. Browsers send our small messages in one. */
  fragmentsPerMessage: 16,
  /** Messages other than ink. Each may broadcast a whole view to the room. */
  commandsPerConnectionPerSecond: 20,
  /** Beyond this a client is not our page. Late ink and messages over a rate limit do not count. */
  refusalsPerConnectionPerMinute: 120,
  /** Posts that change a player and have no limit of their own: names, consent, whether a profile is listed. */
  namesPerAddressPerMinute: 240,
  /** Recovery codes made or typed, so that none can be guessed. */
  recoveriesPerAddressPerMinute: 20,
  /** They run one at a time; a class may take a few minutes. */
  erasuresPerAddressPerMinute: 20,
  /** Each reads everything that a player ever drew. */
  downloadsPerAddressPerMinute: 20,

  /** Any request body. The largest that pages send, an admin's form with what Next adds, is under 2 KB. */
  bodyBytes: 4 * 1024,
  /** Timeout for the headers of a request, also the first on a new connection; the worst phone network takes a second. */
  headersMs: 10_000,
  /** Timeout for headers and body together. */
  requestMs: 20_000,
  /** Keep-alive timeout. Longer than that of proxies (nginx: 60 s), or they would send into a connection just closed. */
  keepAliveMs: 65_000,
  /** Without a byte in either direction. A long poll is answered at the latest by the next ping, after 10 s. */
  idleMs: 120_000,
  /** How long a refused body is drained, so that the client reads the answer before the connection is reset. */
  lingerMs: 2_000,
  /** How often these timeouts are checked. */
  connectionsCheckMs: 2_000,
  /** Wrong admin passwords of one address before its backoff begins, which doubles with each further one. */
  signInsBeforeBackoff: 3,
  signInBackoffMs: 1_000,
  signInBackoffMostMs: 300_000,
  /** The same for an IPv6 /48, which is one site and has 65,536 addresses of ours. */
  signInsOfSiteBeforeBackoff: 12,
  /**
   * Pause between two passwords of browsers that have never signed in, whatever their addresses; it grows with each wrong one of
   * theirs in an hour. At most that leaves some 50,000 guesses a day.
   */
  signInPauseMs: 100,
  signInPausePerWrongMs: 2,
  signInPauseMostMs: 2_000,
  /** Length of the queue of passwords. With the longest pause it is 40 s, less than the timeout of proxies. */
  signInsWaiting: 20,
  /** How many addresses with attempts within the hour are remembered. */
  signInAddresses: 10_000,
  /** HTTP requests on one TCP connection. No browser sends so many; a trusted proxy may, and has no such limit. */
  requestsPerTcpPerSecond: 600,
  /** Pipelined requests in one turn of the event loop. Browsers and proxies do not pipeline. */
  requestsAtOncePerTcp: 8,
  /** Forty players by long polling, each with thirty posts and thirty polls a second, are 2,400; the rest is for pages. */
  requestsPerAddressPerSecond: 3_000,
  /** WebSockets asked for, granted or not. A class that comes back at once asks for 120 with all its tabs. */
  upgradesPerAddressPerSecond: 300,
  /** Requests other than sockets and static files that exist: a class that opens ten pages each, with what pages prefetch. */
  pagesPerAddressPerMinute: 6_000,
  /** Pages of one address that are rendered at once; the others wait in a queue. */
  pagesAtOncePerAddress: 2,
  /** Floods after which an address is blocked for the rest of the minute, or it would just reconnect. */
  floodsPerAddressPerMinute: 30,
  /** HTTP requests on one TCP connection of a blocked address, so that everybody there still reads why. */
  refusedRequestsPerTcpPerSecond: 10,
  /** How long a WebSocket may take to answer a close frame. */
  closeMs: 2_000,
  /** How long a connection may stay without a seat. Pages ask for one at once. */
  seatlessMs: 60_000,

  /** Open TCP connections. A browser has up to six and one for each tab: a class with three tabs each has 360. */
  tcpPerAddress: 600,
  /** As many as requests: an untrusted proxy may open a connection for each. */
  tcpOpensPerAddressPerSecond: 3_000,
  tcpOfAll: 10_000,
  /** Connections of a flooding address that are read in 100 ms; all of `tcpPerAddress` take six seconds. */
  tcpTurnsOfFloodersPerWindow: 10,

  /** Reports by one player about others; more would be a campaign. */
  reportsPerPlayerPerHour: 12,

  lagProbeMs: 2_000,
  /** Backpressure: a client with a larger backlog gets no broadcasts, and a fresh view once it has caught up. */
  behindBytes: 256 * 1024,
  caughtUpBytes: 16 * 1024,
  /** How long a closing server waits for long-polling clients to fetch the news. */
  goodbyeMs: 1_000,
  /** A slow client with a larger backlog, or one for longer, is dropped. */
  lostBytes: 1024 * 1024,
  lostAfterMs: 10_000,
} as const

export type Limits = { readonly [Name in keyof typeof limits]: number }
