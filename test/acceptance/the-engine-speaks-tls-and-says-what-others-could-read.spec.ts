import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { describeEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { apiKey } from '../engine/tenure-program.js';

describeEmbedded('the engine', () => {
  let cwd: string;
  beforeAll(() => {
    cwd = temporaryFolder();
  });
  afterAll(removeTemporaryFolders);

  const certificate = (name: string): { readonly cert: string; readonly key: string } => {
    const [cert, key] = [join(cwd, `${name}.pem`), join(cwd, `${name}.key`)];
    const subject = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1'];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', ...subject, '-keyout', key, '-out', cert],
      {
        stdio: 'ignore',
      },
    );
    return { cert, key };
  };
  const nameOf = (url: string): Promise<{ readonly name: string; readonly status: number; readonly hsts: unknown }> =>
    new Promise((resolve, reject) => {
      request(`${url}/v1/status`, { rejectUnauthorized: false, agent: false, headers: { authorization: `Bearer ${apiKey}` } }, (answer) => {
        const { CN } = (answer.socket as TLSSocket).getPeerCertificate().subject;
        resolve({ name: String(CN), status: answer.resume().statusCode!, hsts: answer.headers['strict-transport-security'] });
      })
        .on('error', reject)
        .end();
    });

  it('speaks TLS with the files of its settings, takes new ones over when told to, and serves this machine meanwhile', async () => {
    const [first, second] = [certificate('first'), certificate('second')];
    const environment = { TENURE_TLS_CERT_FILE: first.cert, TENURE_TLS_KEY_FILE: first.key };
    const engine = await EngineProcess.start({ data: join(cwd, 'tls'), environment });
    try {
      expect(engine.url).toMatch(/^https:/);
      expect(await nameOf(engine.url)).toEqual({ name: 'first', status: 200, hsts: expect.stringContaining('max-age') });
      await expect(fetch(engine.url.replace('https:', 'http:'))).rejects.toThrow();
      expect((await tenure(['status', '--json', '--data', join(cwd, 'tls')], { cwd })).exitCode).toBe(0);
      copyFileSync(second.cert, first.cert);
      copyFileSync(second.key, first.key);
      process.kill(engine.pid, 'SIGHUP');
      for (let tries = 0; tries < 100 && (await nameOf(engine.url)).name === 'first'; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
      expect((await nameOf(engine.url)).name).toBe('second');
    } finally {
      await engine.stop();
    }
  }, 60_000);

  it.each([
    ['no such file', { cert: '/nowhere.pem' }, /TENURE_TLS_CERT_FILE names \/nowhere\.pem/],
    ['the key of another certificate', { key: 'second' }, /cannot be served with.*belongs to it/],
    ['a certificate without a key', { key: null }, /TENURE_TLS_KEY_FILE: it is needed beside/],
  ])('does not start with %s', async (_case, wrong: { cert?: string; key?: string | null }, sentence) => {
    const own = certificate('own');
    const key = wrong.key === undefined ? own.key : wrong.key === null ? undefined : certificate(wrong.key).key;
    const environment = { TENURE_TLS_CERT_FILE: wrong.cert ?? own.cert, TENURE_TLS_KEY_FILE: key };
    await expect(EngineProcess.start({ data: join(cwd, 'refused'), environment })).rejects.toThrow(sentence);
  });

  it('warns loudly when other machines reach it without TLS, and not when only this one does', async () => {
    const open = await EngineProcess.start({ data: join(cwd, 'open'), args: ['--host', '0.0.0.0'] });
    await open.stop();
    expect(open.stderr).toMatch(/WARNING: other machines reach this engine at 0\.0\.0\.0 WITHOUT TLS.*TENURE_TLS_CERT_FILE/);
    const closed = await EngineProcess.start({ data: join(cwd, 'closed') });
    await closed.stop();
    expect(closed.stderr).not.toContain('WARNING');
  }, 60_000);

  it('makes nothing that other users could read, and names what they can', async () => {
    const data = join(cwd, 'mode');
    mkdirSync(data, { mode: 0o755 });
    const engine = await EngineProcess.start({ data });
    await engine.client.accept('RegisterCustomer', { customerId: 'C-1' });
    await engine.stop();
    const modes = (readdirSync(data, { recursive: true }) as string[]).map((name) => [name, statSync(join(data, name)).mode & 0o077]);
    expect(modes.length).toBeGreaterThan(2);
    for (const mode of modes) expect(mode).toEqual([mode[0], 0]);
    expect(engine.stderr).not.toContain('chmod');
    chmodSync(join(data, 'log-secret'), 0o644);
    const setAside = ['events.db.set-aside-2026-11-29T12-00-00Z', 'log-secret.set-aside-2026-11-29T12-00-00Z', 'events.db.restoring'];
    for (const name of [...setAside, 'notes.txt']) writeFileSync(join(data, name), '', { mode: 0o644 });
    const again = await EngineProcess.start({ data });
    await again.stop();
    for (const name of ['log-secret', ...setAside]) expect(again.stderr).toMatch(new RegExp(`WARNING: other users.*${name}.*chmod -R go-rwx .*${name}`));
    expect(again.stderr).not.toContain('notes.txt');
  }, 60_000);
});
