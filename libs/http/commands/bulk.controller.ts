import { Readable } from 'node:stream';
import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { principalOf } from '../authorisation/access.guard.js';
import { Allow } from '../authorisation/allow.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_SETTINGS, type HttpSettings } from '../parts.js';
import { ProblemOfFailure } from '../problems/problem-of-failure.js';
import { lineBatches } from '../transport/line-batches.js';
import { streamBody } from '../transport/media-type.js';
import { answerLines } from './bulk-answer.js';
import { readLine } from './bulk-lines.js';
import { bulkText } from './bulk-text.js';
import { CatalogueOfCommands } from './catalogue-of-commands.js';
import { SendCommands } from './send-command.js';

/** Commands that go through the log in one durable write. */
const BATCH = 500;

/** Many commands in one body, answered line by line while the body is still coming in. */
@Controller()
export class BulkController {
  constructor(
    private readonly bus: CommandBus,
    @Inject(HTTP_SETTINGS) private readonly settings: Required<HttpSettings>,
    private readonly catalogue: CatalogueOfCommands,
    private readonly problems: ProblemOfFailure,
  ) {}

  @Post('/v1/commands')
  @Allow('integrator')
  @Operation(bulkText)
  send(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const body = streamBody(request, ['application/x-ndjson']);
    const { lineLimit } = this.settings;
    const actor = principalOf(request).id;
    const answer = answerLines(
      lineBatches(body, BATCH, lineLimit),
      (line) => readLine(line, this.catalogue, actor, lineLimit),
      (commands) => this.bus.execute(new SendCommands(commands)),
      (error) => this.problems.of(error, request),
    );
    reply.code(207).header('content-type', 'application/x-ndjson; charset=utf-8').send(Readable.from(answer));
  }
}
