/** For every HTTP server: headers must arrive within 15 s, checked every 5 s. A body may take its time, as long as it moves (`SlowConnections`). */
export const TIME_LIMITS = { headersTimeout: 15_000, requestTimeout: 0, connectionsCheckingInterval: 5_000 } as const;
