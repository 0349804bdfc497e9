import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../authorisation/allow.js';
import { Operation } from '../openapi/operation.js';

/** In front of a process that serves no dashboard. */
@Controller()
export class EntranceController {
  @Get('/')
  @Public()
  @Operation({ summary: 'Leads to the pages', tag: 'documentation', answers: { 302: { description: 'To /docs.', type: 'text/html' } } })
  entrance(@Res() reply: FastifyReply): void {
    reply.code(302).header('Location', '/docs').send();
  }
}
