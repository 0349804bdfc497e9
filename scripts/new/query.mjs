import { namesOf, refuse } from './given-names.mjs';
import { withImport, withItem } from './room.mjs';

export const usage = 'npm run new -- query complaints backlog';

/** A query of a read model: its parameters, its answer and its handler in one file; its spec; its name in the list. */
export async function query(room, [model, given]) {
  const { readModels } = await import('../../projections/dist/index.js');
  const known = readModels.map(({ projection }) => projection.name);
  if (!known.includes(model)) refuse(`${model === undefined ? 'Say of which read model' : `There is no read model "${model}"`}: ${known.join(', ')}.`);
  const names = namesOf(given, 'The name of a query');
  const values = { ...names, model, modelName: namesOf(model, 'A read model').name };
  room.file(`projections/${model}/${given}-query.ts`, 'query/query.ts', values);
  room.file(`projections/${model}/${given}-query.spec.ts`, 'query/spec.ts', values);
  room.edit(`projections/${model}/index.ts`, (text) =>
    withImport(withItem(text, /queries: \[/, `${names.name}Query`), `import { ${names.name}Query } from './${given}-query.js';`),
  );
  return `It is asked at /v1/${model}/${given}. Say in its file what it takes and what it answers.`;
}
