import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Gauge, Histogram, Registry } from 'prom-client';
import { HTTP_PARTS, type HttpParts } from '../parts.js';

import { LoopLagMeter } from './loop-lag.js';

type Observe = { observe(seconds: number): void };

/** Requests by route, outcome and duration. The histogram's count is the number of requests. */
@Injectable()
export class Traffic {
  readonly registry: Registry;
  readonly #seconds: Histogram<'method' | 'route' | 'status'>;
  /** One look-up per request instead of one validated label set. */
  readonly #observers = new Map<string, Observe>();

  constructor(@Inject(HTTP_PARTS) { metrics }: HttpParts, loop: LoopLagMeter) {
    this.registry = metrics ?? new Registry();
    this.#seconds = new Histogram({
      name: 'tenure_http_request_seconds',
      help: 'Time from the first byte of a request to the last byte of its answer.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [this.registry],
    });
    new Gauge({
      name: 'tenure_event_loop_lag_seconds',
      help: 'How long the event loop was held up in the last ten to twenty seconds.',
      labelNames: ['quantile'],
      registers: [this.registry],
      collect() {
        const { max, p99 } = loop.lag;
        this.set({ quantile: '0.99' }, p99 / 1_000);
        this.set({ quantile: '1' }, max / 1_000);
      },
    });
  }

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'unknown';
      this.#observer(request.method, route, reply.statusCode).observe(reply.elapsedTime / 1_000);
      done();
    });
  }

  #observer(method: string, route: string, status: number): Observe {
    const key = `${method} ${route} ${status}`;
    const known = this.#observers.get(key);
    if (known) return known;
    const observer = this.#seconds.labels(method, route, String(status));
    this.#observers.set(key, observer);
    return observer;
  }
}
