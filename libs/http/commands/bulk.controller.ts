import { Readable } from 'node:stream';
import { Controller, Inject, Post, Req, Res, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { entryOf } from '../access/record-access.js';
import { principalOf } from '../authorisation/access.guard.js';
import { Allow } from '../authorisation/allow.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, HTTP_SETTINGS, type HttpParts, type HttpSettings } from '../parts.js';
import { ProblemOfFailure } from '../problems/problem-of-failure.js';
import { lineBatches } from '../transport/line-batches.js';
import type { Line } from '../transport/line-splitter.js';
import { streamBody } from '../transport/media-type.js';
import { answerLines } from './bulk-answer.js';
import { type ReadLine, readLine } from './bulk-lines.js';
import { bulkText } from './bulk-text.js';
import { CatalogueOfCommands } from './catalogue-of-commands.js';
import { customerSenders } from './command-route.js';
import { declaredIn } from './declared-in.js';
import { SendCommands } from './send-command.js';
import { SendToStream } from './send-to-stream.js';

/** Commands in one durable write to the log. */
const BATCH = 500;

/** Many commands in one body, answered line by line while the body still arrives. Any sender of commands may use it; each line requires its own roles. */
export function bulkController(parts: HttpParts): Type {
  @Controller()
  class BulkController {
    constructor(
      @Inject(CommandBus) readonly bus: CommandBus,
      @Inject(HTTP_PARTS) readonly parts: HttpParts,
      @Inject(HTTP_SETTINGS) readonly settings: Required<HttpSettings>,
      @Inject(CatalogueOfCommands) readonly catalogue: CatalogueOfCommands,
      @Inject(ProblemOfFailure) readonly problems: ProblemOfFailure,
    ) {}

    @Post('/v1/commands')
    @Allow(...customerSenders, ...declaredIn(parts).flatMap(({ command }) => command.senders))
    @Operation(bulkText)
    send(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
      const body = streamBody(request, ['application/x-ndjson']);
      const { lineLimit } = this.settings;
      const principal = principalOf(request);
      const read = (line: Line): ReadLine => {
        const known = readLine(line, this.catalogue, principal, lineLimit);
        // The status of the answer as a whole does not show a denial.
        if ('problem' in known && known.problem.kind === 'forbidden') this.parts.ports.audit.record(entryOf(request, 'denial', 'refused'));
        return known;
      };
      const answer = answerLines(
        lineBatches(body, BATCH, lineLimit),
        read,
        {
          onCustomers: (commands) => this.bus.execute(new SendCommands(commands)),
          onStream: (sent) => this.bus.execute(new SendToStream(sent)),
        },
        (error) => this.problems.of(error, request),
      );
      reply.code(207).header('content-type', 'application/x-ndjson; charset=utf-8').send(Readable.from(answer));
    }
  }
  return BulkController;
}
