import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Controller, Get, Inject, Req, Res, type Type } from '@nestjs/common';
import { nearest } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Recorded } from '../access/recorded.js';
import { Allow } from '../authorisation/allow.js';
import { askerOf } from '../authorisation/asker-of.js';
import { answerFormat, contentTypes } from '../formats/answer-format.js';
import { readCsvOptions, rowFormatParameters } from '../formats/row-format.js';
import { asOfHeaders } from '../freshness/as-of.js';
import { freshnessParameters, readFreshness } from '../freshness/read-freshness.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { Problem } from '../problems/problem.js';
import { checkParameters, refuseUnknownParameters } from '../queries/compiled-query.js';
import { exportBody } from './export-body.js';
import { ExportManifests } from './export-manifest.js';
import { exportText, manifestText } from './export-text.js';
import { type Exportable, exportablesOf } from './exportable.js';

const ofEveryExport = [...freshnessParameters, ...rowFormatParameters];

/** A whole read model as rows, and the proof that it arrived completely. */
export function exportController(parts: HttpParts): Type {
  const exportables = new Map(exportablesOf(parts).map((exportable) => [exportable.name, exportable]));

  @Controller()
  class ExportController {
    constructor(
      @Inject(HTTP_PARTS) readonly parts: HttpParts,
      @Inject(ExportManifests) readonly manifests: ExportManifests,
    ) {}

    @Get('/v1/export/:readModel')
    @Recorded('export')
    @Allow('analyst', 'auditor', 'privacy-officer')
    @Operation(() => exportText([...exportables.values()]))
    async export(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
      const exportable = find(exportables, (request.params as { readModel: string }).readModel);
      const given = refuseUnknownParameters(request, new Set([...exportable.shape.fields, ...ofEveryExport]));
      const parameters = checkParameters(`export of ${exportable.name}`, exportable.shape, given);
      const freshness = readFreshness(given, this.parts.ports.moments);
      const format = answerFormat(request, ['ndjson', 'csv']) as 'ndjson' | 'csv';
      const as = { format, ...readCsvOptions(given, format) };
      reply.header('content-type', contentTypes[format]);
      if (request.method === 'HEAD') {
        reply.send();
        return;
      }
      const exportId = randomUUID();
      const exported = await this.parts.ports.queries!.export(exportable.name, parameters, freshness, askerOf(request, reply), as);
      const body = Readable.from(exportBody({ exportId, exportable, format: as, parameters }, exported, this.manifests));
      reply
        .headers(asOfHeaders(exported.asOf))
        .header('Tenure-Export', exportId)
        .header('Link', `</v1/exports/${exportId}>; rel="describedby"`)
        .header('Content-Disposition', `attachment; filename="${exportable.name}.${format}"`);
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
  }
  return ExportController;
}

function find(exportables: ReadonlyMap<string, Exportable>, name: string): Exportable {
  const exportable = exportables.get(name);
  if (exportable) return exportable;
  const meant = nearest(name, exportables.keys());
  const hint = meant ? `Did you mean ${meant}?` : `There are ${[...exportables.keys()].join(', ')}.`;
  throw new Problem('not-found', `There is no export of ${name.slice(0, 64)}. ${hint}`, { code: 'read-model-unknown' });
}
