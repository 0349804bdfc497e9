import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schemas } from '@tenure/client';
import { tenure } from '../engine/command-line.js';
import { DeclaredAnswers } from '../engine/declared-answers.js';
import { EngineProcess } from '../engine/engine-process.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { describeEmbedded } from '../engine/profile.js';
import { expectSameAnalysis, modelsAreFitted } from '../engine/same-analysis.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

type Analysis = Schemas['Analysis'];

let cwd: string;
/** The temporary files of an analysis, and of nothing else. */
let temporary: string;
let analysis: Analysis;
let engine: EngineProcess;

afterAll(removeTemporaryFolders);

// An analysis asks no server; and digits of an engine on servers may differ in the last place: it adds customers up in another order.
describeEmbedded('a made-up file', () => {
  beforeAll(async () => {
    [cwd, temporary] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(cwd, 'orders.csv'), asCsv(inventedPurchases({ customers: 400, seed: 7 })));
    const data = join(cwd, 'data');
    const analysed = await tenure(['analyse', 'orders.csv', '--json'], { cwd, environment: { TMPDIR: temporary } });
    expect([analysed.exitCode, analysed.stderr]).toEqual([0, '']);
    analysis = analysed.json<Analysis>();
    engine = await EngineProcess.start({ data });
    const { exitCode, stderr } = await tenure(['import', 'purchases', 'orders.csv', '--data', data], { cwd });
    expect([exitCode, exitCode === 0 ? '' : stderr]).toEqual([0, '']);
    await modelsAreFitted(engine.client);
  }, 240_000);
  afterAll(() => engine.stop());

  it('has the figures of an engine that has imported it', () => expectSameAnalysis(analysis, engine.client), 180_000);

  it('is reported as openapi.json describes it, whole', async () => {
    expect((await DeclaredAnswers.of(engine.client)).faultsOfSchema('Analysis', analysis)).toEqual([]);
    expect(analysis).toMatchObject({ version: 1, missing: {}, file: { name: 'orders.csv', rejected: 0, customers: 400 } });
    expect(analysis.models!.chosen.model).toBe(analysis.churnLikelihood!.list.items[0]!.model!.name);
    expect(analysis.present).toBe(analysis.file.to!.slice(0, 10));
  });

  it('leaves nothing behind', () => {
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(cwd).sort()).toEqual(['data', 'orders.csv']);
  });

  it('is told on a page: the three questions, in at most 60 lines of 80 columns', async () => {
    const { exitCode, stdout } = await tenure(['analyse', 'orders.csv'], { cwd });
    const lines = stdout.trimEnd().split('\n');
    expect([exitCode, lines.length <= 60, lines.filter((line) => line.length > 80)]).toEqual([0, true, []]);
    const questions = lines.filter((line) => line.endsWith('?'));
    expect(questions).toEqual(['Do they come back?', 'Who will leave?', 'What are they worth?', 'How far is this to be trusted?']);
    expect(stdout).toContain(`Model of purchases: ${analysis.models!.chosen.model}.`);
  }, 180_000);

  it('is about another day with --present', async () => {
    const { stdout } = await tenure(['analyse', 'orders.csv', '--present', '2025-06-30', '--json'], { cwd });
    const past = JSON.parse(stdout) as Analysis;
    expect(past.present).toBe('2025-06-30');
    expect(past.churnLikelihood!.list.about).toBe('2025-06-30');
    expect(past.lifetimeValue!.cells.about).toBe('2025-06-30');
    expect(past.backtest).toMatchObject({ at: '2025-04-01', until: '2025-06-30' });
  }, 180_000);
});
