import { Readable } from 'node:stream';
import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { ImportLine } from '@tenure/importing';
import type { Importer } from '@tenure/importing/threads';
import { nearest } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Recorded } from '../access/recorded.js';
import { Allow } from '../authorisation/allow.js';
import { askerOf } from '../authorisation/asker-of.js';
import { contentTypes } from '../formats/answer-format.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { Problem } from '../problems/problem.js';
import { ProblemOfFailure } from '../problems/problem-of-failure.js';
import { refuseUnknownParameters } from '../queries/compiled-query.js';
import { streamBody } from '../transport/media-type.js';
import type { ImportAnswerLine } from './import-answer-line.js';
import { importParameters } from './import-parameters.js';
import { fileTypes, importText, presetsText } from './import-text.js';

/** Files of facts are streamed in; progress, refused rows and the result are streamed out. */
@Controller()
export class ImportController {
  readonly #importer: Importer;

  constructor(
    @Inject(HTTP_PARTS) { ports }: HttpParts,
    private readonly problems: ProblemOfFailure,
  ) {
    this.#importer = ports.importer!;
  }

  @Get('/v1/imports/presets')
  @Allow('integrator')
  @Operation(presetsText)
  presets(@Res() reply: FastifyReply): void {
    reply.send({ items: this.#importer.presets, next: null });
  }

  @Post('/v1/imports/:kind')
  @Recorded('import')
  @Allow('integrator')
  @Operation(importText)
  async import(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { kind } = request.params as { kind: string };
    this.#refuseUnknownKind(kind);
    const options = refuseUnknownParameters(request, known) as Record<string, string>;
    const body = streamBody(request, fileTypes);
    // An importer that stops early must not close the connection: the refusal still has to be sent.
    const pieces = body.iterator({ destroyOnReturn: false });
    const lines = this.#importer.import(kind, options, pieces, askerOf(request, reply))[Symbol.asyncIterator]();
    // The first line is awaited before the answer begins, so that invalid options are still answered with 400.
    const first = await lines.next();
    const failed = (error: unknown): ImportAnswerLine => ({ type: 'failed', problem: this.problems.of(error, request).body(request.id) });
    reply
      .code(200)
      .header('content-type', contentTypes.ndjson)
      .send(Readable.from(texts(first, lines, failed)));
  }

  #refuseUnknownKind(kind: string): void {
    const { kinds } = this.#importer;
    if (kinds.includes(kind)) return;
    const meant = nearest(kind, kinds);
    const hint = meant ? `Did you mean ${meant}?` : `There are ${kinds.join(', ')}.`;
    throw new Problem('not-found', `There is no import of ${kind.slice(0, 64)}. ${hint}`, { code: 'import-kind-unknown' });
  }
}

/** The answer has begun by the time an import fails: its last line holds the failure. */
async function* texts(
  first: IteratorResult<ImportLine>,
  lines: AsyncIterator<ImportLine>,
  failed: (error: unknown) => ImportAnswerLine,
): AsyncGenerator<string> {
  try {
    for (let next = first; !next.done; next = await lines.next()) yield text(next.value);
  } catch (error) {
    yield text(failed(error));
  } finally {
    await lines.return?.();
  }
}

const known = new Set(importParameters.map(({ name }) => name));

const text = (line: ImportAnswerLine) => `${JSON.stringify(line)}\n`;
