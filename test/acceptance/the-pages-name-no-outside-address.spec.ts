import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

const attribute = /(?:src|href|action)\s*=\s*"([^"]*)"/g;
const address = /(?:https?:)?\/\/[\w-]+\.[\w.-]+/g;

describe('the pages', () => {
  let engine: EngineProcess;

  beforeAll(async () => {
    engine = await EngineProcess.start({ data: join(temporaryFolder(), 'data') });
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });
  const read = (path: string) => engine.client.with(null).ask(path);

  it.each(['/', '/docs', '/docs/problems'])('%s load everything from this engine', async (path) => {
    const { status, text, headers } = await read(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text.match(address)).toBeNull();
    for (const [, target] of text.matchAll(attribute)) {
      expect(target).toMatch(/^[/#]/);
      expect([target, (await read(target!)).status]).toEqual([target, 200]);
    }
  });

  it('could load nothing from elsewhere, whatever a script wanted', async () => {
    const policy = (await read('/docs')).headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    for (const directive of policy.split(';')) expect(directive.trim()).toMatch(/^[\w-]+( ('self'|'none'|'unsafe-inline'|data:))+$/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });

  it('of the dashboard allow nothing inline, and are the same at each of its addresses, for a browser', async () => {
    const page = await read('/');
    const policy = page.headers.get('content-security-policy')!;
    expect([policy.includes("default-src 'none'"), policy.includes('unsafe'), page.text.includes('<script>'), page.text.includes('style=')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    const there = await engine.client.with(null).ask('/retention?granularity=week', { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect([there.status, there.text, there.headers.get('content-security-policy')]).toEqual([200, page.text, policy]);
    expect((await read('/retention')).json()).toMatchObject({ status: 404, code: 'path-unknown' });
    for (const path of ['/v1/nothing', '/assets/nothing.js']) {
      expect((await engine.client.with(null).ask(path, { headers: { accept: 'text/html' } })).json()).toMatchObject({ status: 404, code: 'path-unknown' });
    }
  });

  it('of the dashboard are packed, and kept by browsers as long as they stay the same', async () => {
    const page = await read('/');
    const [, script] = /src="([^"]*\.js)"/.exec(page.text)!;
    const asset = await read(script!);
    expect([asset.headers.get('content-encoding'), asset.headers.get('cache-control')]).toEqual(['gzip', 'public, max-age=31536000, immutable']);
    const scripts = [...page.text.matchAll(/"([^"]*\.js)"/g)].map(([, path]) => path!);
    const packed = await Promise.all(scripts.map(async (path) => gzipSync((await read(path)).text).length));
    expect(packed.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(250_000);
    const again = await engine.client.with(null).ask('/', { headers: { 'if-none-match': page.headers.get('etag')! } });
    expect([page.headers.get('cache-control'), again.status]).toEqual(['no-cache', 304]);
  });

  it('are started by a script that asks this engine for the description', async () => {
    const { text } = await read('/docs/start.js');
    expect(text).toContain("url: '/openapi.json'");
    expect(text).toContain('validatorUrl: null');
    expect(text.match(address)).toBeNull();
  });

  it('are described by a document without an address of its own', async () => {
    const document = (await read('/openapi.json')).json<{ openapi: string; servers?: { url: string }[] }>();
    expect(document.openapi).toMatch(/^3\.1/);
    for (const { url } of document.servers ?? []) expect(url).toMatch(/^\//);
  });

  it('explain every problem that an answer points at', async () => {
    const { type } = (await read('/v1/nothing-here')).json<{ type: string }>();
    const [path, anchor] = type.split('#');
    expect((await read(path!)).text).toContain(`id="${anchor}"`);
  });
});
