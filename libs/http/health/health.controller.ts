import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Public } from '../authorisation/allow.js';
import { Operation } from '../openapi/operation.js';
import { refer } from '../openapi/refer.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { Problem } from '../problems/problem.js';
import { liveSchema, readySchema } from './health-schemas.js';
import { LoopLagMeter } from './loop-lag.js';
import { REASONS_WITHHELD } from './reasons-withheld.js';
import { Traffic } from './traffic.js';

const json = 'application/json';

/** Whether this process is live and ready, and its status. */
@Controller()
export class HealthController {
  constructor(
    @Inject(HTTP_PARTS) private readonly parts: HttpParts,
    private readonly traffic: Traffic,
    private readonly loop: LoopLagMeter,
  ) {}

  @Get('/health/live')
  @Public()
  @Operation({
    summary: 'Whether the process answers at all, and all of its threads can',
    tag: 'health',
    answers: { 200: { description: 'They do.', type: json, schema: liveSchema } },
  })
  live(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const hopeless = this.parts.ports.health.notLive?.() ?? [];
    if (hopeless.length > 0) throw new Problem('unavailable', toldTo(request, hopeless), { code: 'not-live' });
    reply.send({ status: 'live' });
  }

  @Get('/health/ready')
  @Public()
  @Operation({
    summary: 'Whether commands and queries will be served',
    tag: 'health',
    answers: { 200: { description: 'They will.', type: json, schema: readySchema } },
  })
  async ready(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const missing = await this.parts.ports.health.notReady();
    if (missing.length > 0) throw new Problem('unavailable', toldTo(request, missing), { code: 'not-ready' });
    reply.send({ status: 'ready', loopLagMs: this.loop.lag.max });
  }

  @Get('/v1/status')
  @Allow('operator', 'analyst', 'auditor', 'integrator', 'privacy-officer')
  @Operation({
    summary: 'The log, the read models, what is parked, how far behind',
    tag: 'operations',
    answers: { 200: { description: 'The state of the engine.', type: json, schema: refer('Status') } },
  })
  async status(@Res() reply: FastifyReply): Promise<void> {
    reply.send({ ...(await this.parts.ports.health.status()), loopLagMs: this.loop.lag.max });
  }

  @Get('/metrics')
  @Allow('operator')
  @Operation({
    summary: 'Measurements for Prometheus',
    tag: 'operations',
    answers: { 200: { description: 'In the text format of Prometheus.', type: 'text/plain' } },
  })
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    const { registry } = this.traffic;
    const text = await registry.metrics();
    reply.header('content-type', registry.contentType).send(text);
  }
}

/** Reasons name paths, hosts and messages of servers: only the holder of a key may read them. */
function toldTo({ principal }: FastifyRequest, reasons: readonly string[]): string {
  return principal === null ? REASONS_WITHHELD : reasons.join(' ');
}
