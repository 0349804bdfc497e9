import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { ReadModel } from '@tenure/projecting';
import { nearest } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../authorisation/allow.js';
import { answerFormat, contentTypes } from '../formats/answer-format.js';
import { asOfHeaders } from '../freshness/as-of.js';
import { freshnessParameters, readFreshness } from '../freshness/read-freshness.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { Problem } from '../problems/problem.js';
import { refuseUnknownParameters } from '../queries/compiled-query.js';
import { signalOfClient } from '../transport/signal-of-client.js';
import { exportBody } from './export-body.js';
import { ExportManifests } from './export-manifest.js';
import { exportText, manifestText } from './export-text.js';

const parameters = new Set([...freshnessParameters, 'format']);

/** Whole read models, and the proof that what arrived is whole. */
@Controller()
export class ExportController {
  readonly #readModels: ReadonlyMap<string, ReadModel>;

  constructor(
    @Inject(HTTP_PARTS) private readonly parts: HttpParts,
    private readonly manifests: ExportManifests,
  ) {
    this.#readModels = new Map((parts.readModels ?? []).map((readModel) => [readModel.projection.name, readModel]));
  }

  @Get('/v1/export/:readModel')
  @Allow('analyst', 'auditor', 'privacy-officer')
  @Operation(exportText)
  async export(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const readModel = this.#find((request.params as { readModel: string }).readModel);
    const freshness = readFreshness(refuseUnknownParameters(request, parameters), this.parts.ports.readPosition!);
    const format = answerFormat(request, ['ndjson', 'csv']) as 'ndjson' | 'csv';
    reply.header('content-type', contentTypes[format]);
    if (request.method === 'HEAD') {
      reply.send();
      return;
    }
    const exportId = randomUUID();
    const { asOf, rows } = await this.parts.ports.queries!.export(readModel, freshness, signalOfClient(reply));
    const body = Readable.from(exportBody({ exportId, readModel, format, asOf }, rows, this.manifests));
    reply
      .headers(asOfHeaders(asOf))
      .header('Tenure-Export', exportId)
      .header('Link', `</v1/exports/${exportId}>; rel="describedby"`)
      .header('Content-Disposition', `attachment; filename="${readModel.projection.name}.${format}"`);
    reply.trailer('Tenure-Rows', async () => String(this.manifests.get(exportId)?.rows));
    reply.trailer('Tenure-SHA256', async () => this.manifests.get(exportId)?.sha256 ?? '');
    reply.send(body);
  }

  @Get('/v1/exports/:exportId')
  @Allow('analyst', 'auditor', 'privacy-officer')
  @Operation(manifestText)
  manifest(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { exportId } = request.params as { exportId: string };
    const manifest = this.manifests.get(exportId);
    if (!manifest)
      throw new Problem('not-found', 'There is no such export, or it was long ago: only the last thousand are remembered, until a restart.', {
        code: 'export-unknown',
      });
    reply.send(manifest);
  }

  #find(name: string): ReadModel {
    const readModel = this.#readModels.get(name);
    if (readModel) return readModel;
    const meant = nearest(name, this.#readModels.keys());
    const hint = meant ? `Did you mean ${meant}?` : `There are ${[...this.#readModels.keys()].join(', ')}.`;
    throw new Problem('not-found', `There is no read model ${name.slice(0, 64)}. ${hint}`, { code: 'read-model-unknown' });
  }
}
