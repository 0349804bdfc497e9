import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { mapOf } from '@tenure/shape/schema';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { buildAsyncApi } from '../asyncapi/build-async-api.js';
import { Public } from '../authorisation/allow.js';
import { defaultSettings, HTTP_PARTS, type HttpParts } from '../parts.js';
import { Problem } from '../problems/problem.js';
import { problemsPage } from '../problems/problems-page.js';
import { OpenApiDocument } from './open-api-document.js';
import { Operation } from './operation.js';

/** Only our part of the schema; the rest is defined by the specification. */
const specificationSchema = (name: string) => mapOf({ description: `As the ${name} has it.` });

/** What the page loads, all from this server. */
const files: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/** `'unsafe-inline'` for styles only: Swagger UI sets some on its elements. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const page = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Tenure: API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
</head>
<body>
<div id="page"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

/** No validator badge: it would send the document to an outside address. */
const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#page', deepLinking: true, docExpansion: 'list', validatorUrl: null, tryItOutEnabled: true });\n`;

/** The API's description, for programs and for people. */
@Controller()
export class DocsController {
  readonly #loaded = new Map<string, Promise<Buffer>>();

  #asyncApi: string | null = null;

  constructor(
    private readonly document: OpenApiDocument,
    @Inject(HTTP_PARTS) private readonly parts: HttpParts,
  ) {}

  @Get('/openapi.json')
  @Public()
  @Operation({
    summary: 'This description',
    tag: 'documentation',
    answers: { 200: { description: 'OpenAPI 3.1.', type: 'application/json', schema: specificationSchema('OpenAPI Specification 3.1') } },
  })
  async openApi(@Res() reply: FastifyReply): Promise<void> {
    const text = await this.document.text();
    reply.header('content-type', 'application/json; charset=utf-8').header('ETag', etagOf(text)).send(text);
  }

  @Get('/asyncapi.json')
  @Public()
  @Operation({
    summary: 'What is sent to the topic and to event streams',
    tag: 'documentation',
    answers: { 200: { description: 'AsyncAPI 3.', type: 'application/json', schema: specificationSchema('AsyncAPI Specification 3.0') } },
  })
  asyncApi(@Res() reply: FastifyReply): void {
    const { eventKinds = [], settings } = this.parts;
    this.#asyncApi ??= `${JSON.stringify(buildAsyncApi(eventKinds, { ...defaultSettings, ...settings }.version), null, 2)}\n`;
    reply.header('content-type', 'application/json; charset=utf-8').header('ETag', etagOf(this.#asyncApi)).send(this.#asyncApi);
  }

  @Get('/docs')
  @Public()
  @Operation({ summary: 'This description as a page', tag: 'documentation', answers: { 200: { description: 'A page.', type: 'text/html' } } })
  docs(@Res() reply: FastifyReply): void {
    html(reply, page);
  }

  @Get('/docs/problems')
  @Public()
  @Operation({ summary: 'What each problem means and what to do', tag: 'documentation', answers: { 200: { description: 'A page.', type: 'text/html' } } })
  problems(@Res() reply: FastifyReply): void {
    html(reply, problemsPage());
  }

  @Get('/docs/:file')
  @Public()
  @Operation({
    summary: 'A part of the page',
    tag: 'documentation',
    answers: { 200: { description: 'Style, script or icon.', type: ['text/css', 'text/javascript', 'image/png'] } },
  })
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { file } = request.params as { file: string };
    if (file === 'start.js') {
      reply.header('content-type', 'text/javascript; charset=utf-8').send(start);
      return;
    }
    const type = Object.hasOwn(files, file) ? files[file] : undefined;
    if (type === undefined) throw new Problem('not-found', 'The pages have no such part. Begin at /docs.', { code: 'path-unknown' });
    const content = await this.#load(file);
    reply.header('content-type', type).header('Cache-Control', 'max-age=86400').header('ETag', etagOf(content)).send(content);
  }

  #load(file: string): Promise<Buffer> {
    const known = this.#loaded.get(file);
    if (known) return known;
    const loading = readFile(join(swaggerUiFolder(), file));
    this.#loaded.set(file, loading);
    return loading;
  }
}

/** Swagger UI is a dependency of `@nestjs/swagger`, so it is resolved from there. */
function swaggerUiFolder(): string {
  const nestSwagger = createRequire(import.meta.url).resolve('@nestjs/swagger/package.json');
  return dirname(createRequire(nestSwagger).resolve('swagger-ui-dist/package.json'));
}

function etagOf(content: string | Buffer): string {
  return `"${hash('sha256', content, 'base64url')}"`;
}

function html(reply: FastifyReply, text: string): void {
  reply.header('content-type', 'text/html; charset=utf-8').header('Content-Security-Policy', policy).send(text);
}
