// `npm run openapi`: writes openapi.json, asyncapi.json and the client's types from the running edge. `--check` only compares.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { build } from './build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
await build();
const { startEmbedded } = await import('../apps/engine/dist/embedded/start-embedded.js');
const { resolveSettings } = await import('../libs/settings/dist/index.js');
const { readModels } = await import('../projections/dist/index.js');

const data = mkdtempSync(join(tmpdir(), 'tenure-openapi-'));
const { settings } = resolveSettings({ flags: { data, port: '0' }, environment: {}, configText: null, readSecret: () => '' });
const engine = await startEmbedded(settings, { background: true });
const served = async (name) => (await fetch(`${engine.url}/${name}`)).json();
const document = await served('openapi.json');
const events = await served('asyncapi.json');
await engine.close();
rmSync(data, { recursive: true });

const note = '// Generated from openapi.json by `npm run openapi`. Do not edit.\n';
const wanted = new Map([
  ['openapi.json', `${JSON.stringify(document, null, 2)}\n`],
  ['asyncapi.json', `${JSON.stringify(events, null, 2)}\n`],
  ['libs/client/api.generated.ts', note + astToString(await openapiTypescript(document))],
]);

wanted.set(
  'libs/client/words.generated.ts',
  `${note}/** The words that a parameter may be, by path and name. */\nexport const words = ${JSON.stringify(wordsOf(document), null, 2)} as const;

/** The read models there are. */
export const readModels = ${JSON.stringify(readModels.map(({ projection }) => projection.name))} as const;\n`,
);

wanted.set(
  'libs/client/commands.generated.ts',
  `${note}/** Every command; the schema of its body has the same name. Types and names of fields only, no rules. */\nexport const commands = ${JSON.stringify(commandsOf(document), null, 2)} as const;\n`,
);

let stale = 0;
for (const [file, text] of wanted) {
  const path = join(root, file);
  if (!process.argv.includes('--check')) {
    writeFileSync(path, text);
    continue;
  }
  let present = '';
  try {
    present = readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  if (present !== text) {
    console.error(`${file} is not what the code says. Run "npm run openapi" and commit it.`);
    stale += 1;
  }
}
process.exit(stale > 0 ? 1 : 0);

/** `{ names: ['RecordPurchase'], $defs: { RecordPurchase: { properties: ... } } }`: the command line learns from it the type of a text. */
function commandsOf({ paths, components }) {
  const names = Object.keys(paths).flatMap((path) => /^\/v1\/commands\/(\w+)$/.exec(path)?.[1] ?? []);
  const $defs = {};
  const add = (name) => {
    if (name in $defs) return;
    $defs[name] = {};
    $defs[name] = plain(components.schemas[name]);
  };
  const plain = (schema) => {
    const { type, properties, additionalProperties, items, $ref, anyOf } = schema;
    if (anyOf !== undefined && type === undefined) return nullable(anyOf);
    if ($ref !== undefined) add(lastOf($ref));
    return {
      ...(type !== undefined && { type }),
      ...($ref !== undefined && { $ref: `#/$defs/${lastOf($ref)}` }),
      ...(items !== undefined && { items: plain(items) }),
      ...(properties !== undefined && { properties: Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, plain(field)])) }),
      ...(typeof additionalProperties === 'object' && { additionalProperties: plain(additionalProperties) }),
    };
  };
  /** `[Money, null]`: with the fields of Money, by which the command line recognizes an amount. */
  const nullable = (either) => {
    const [schema, nothing, ...more] = either;
    if (schema.$ref === undefined || nothing?.type !== 'null' || more.length > 0)
      throw new Error(`The command line cannot tell by ${JSON.stringify(either)} what a text stands for.`);
    const named = plain(components.schemas[lastOf(schema.$ref)]);
    return { ...named, type: [named.type, 'null'] };
  };
  for (const name of names) add(name); // a command's schema has the name of the command
  return { names, $defs };
}

function lastOf(reference) {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** `{ '/v1/retention': { granularity: ['day', 'week', 'month'] } }`: for the options of the command line, which loads no more than that. */
function wordsOf({ paths }) {
  const ofPath = (operations) =>
    Object.values(operations)
      .flatMap(({ parameters = [] }) => parameters)
      .filter(({ name, schema }) => schema.enum !== undefined && name !== 'onTimeout')
      .map(({ name, schema }) => [name, schema.enum]);
  return Object.fromEntries(
    Object.entries(paths)
      .map(([path, operations]) => [path, Object.fromEntries(ofPath(operations))])
      .filter(([, words]) => Object.keys(words).length > 0),
  );
}
