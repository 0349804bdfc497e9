import { join } from 'node:path';
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

  it.each(['/', '/retention', '/docs', '/docs/problems'])('%s load everything from this engine', async (path) => {
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
