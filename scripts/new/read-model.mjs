import { namesOf, refuse } from './given-names.mjs';
import { withImport, withItem } from './room.mjs';

export const usage = 'npm run new -- read-model visit-frequency --reads VisitRecorded';

/** A read model of how often something happened to each customer: a fold, cells that drill down, a list, an export, a page, a spec. */
export async function readModel(room, [given], { reads }) {
  const names = namesOf(given, 'The name of a read model');
  const { readModels } = await import('../../projections/dist/index.js');
  const { events } = await import('../../libs/customer/dist/index.js');
  const types = (reads ?? '').split(',').filter((type) => type !== '');
  const known = events.map(({ type }) => type);
  const unknown = types.find((type) => !known.includes(type));
  if (types.length === 0 || unknown !== undefined) {
    refuse(`${unknown === undefined ? 'Say which events it reads' : `There is no event "${unknown}"`}: --reads, of ${known.join(', ')}.`);
  }
  if (readModels.some(({ projection }) => projection.name === given)) refuse(`There is a read model ${given} already.`);

  const values = { ...names, type: types[0], types: types.join(', '), reads: types.map((type) => `'${type}'`).join(', ') };
  const files = ['document', 'cells', 'projection', 'definition', 'customer-line', 'list-query', 'by-times-query', 'export', 'index'];
  for (const file of files) room.file(`projections/${given}/${file}.ts`, `read-model/${file}.ts`, values);
  room.file(`projections/${given}/${given}.spec.ts`, 'read-model/spec.ts', values);

  room.edit('projections/index.ts', (text) =>
    withImport(withItem(text, /export const readModels: readonly ReadModel\[\] = \[/, names.name), `import { ${names.name} } from './${given}/index.js';`),
  );
  room.edit('projections/README.md', (text) => text.replace(/\n\nThe default view/, `\n| ${given} | how often, and when last |\n\nThe default view`));
  room.edit('projections/read-models.spec.ts', (text) =>
    text.replace(/(const readsByVersion = \{\n[^}]*)\}/, `$1  '${given} 1': '${[...types].sort().join(' ')}',\n}`),
  );
  return `Its page is /v1/definitions/${given}, its figures /v1/${given} and /v1/${given}/by-times. Say in projection.ts and definition.ts what it is really about.`;
}
