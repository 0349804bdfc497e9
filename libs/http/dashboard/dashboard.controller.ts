import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../authorisation/allow.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { Problem } from '../problems/problem.js';
import type { DashboardFiles } from './dashboard-files.js';
import { sendFile, sendPage } from './send-page.js';

/** The names of assets have the hash of their content in them. */
const forever = 'public, max-age=31536000, immutable';

/** The dashboard. It is public and holds no figure: each is asked for with the reader's own key. */
@Controller()
export class DashboardController {
  readonly #dashboard: DashboardFiles;

  constructor(@Inject(HTTP_PARTS) { dashboard }: HttpParts) {
    this.#dashboard = dashboard!;
  }

  @Get('/')
  @Public()
  @Operation({ summary: 'The dashboard', tag: 'documentation', answers: { 200: { description: 'A page.', type: 'text/html' } } })
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendPage(this.#dashboard, request, reply);
  }

  @Get('/favicon.svg')
  @Public()
  @Operation({ summary: 'The icon of the dashboard', tag: 'documentation', answers: { 200: { description: 'An icon.', type: 'image/svg+xml' } } })
  icon(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendFile(this.#dashboard.icon, 'max-age=86400', request, reply);
  }

  @Get('/assets/:file')
  @Public()
  @Operation({
    summary: 'A part of the dashboard',
    tag: 'documentation',
    answers: { 200: { description: 'Style or script.', type: ['text/css', 'text/javascript'] } },
  })
  asset(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { file } = request.params as { file: string };
    const asset = this.#dashboard.asset(file);
    if (asset === undefined) throw new Problem('not-found', 'The dashboard has no such part. Load it again at /.', { code: 'path-unknown' });
    sendFile(asset, forever, request, reply);
  }
}
