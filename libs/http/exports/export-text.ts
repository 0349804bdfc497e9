import type { OperationText, ParameterText } from '../openapi/operation.js';
import { refer, rowSchema } from '../openapi/refer.js';
import { formatText, freshnessText, parametersOf, rowFormatText } from '../queries/query-text.js';
import type { Exportable } from './exportable.js';

const asOfHeadersText = {
  'Tenure-Position': 'Position the rows stand at.',
  'Tenure-Recorded-At': 'When that was recorded.',
  'Tenure-Lag-Ms': 'How far behind the log.',
};

export function exportText(exportables: readonly Exportable[]): OperationText {
  return {
    summary: 'Everything of one kind, every row',
    description:
      'A read model, or facts from the log itself. Streamed from one moment. An export that breaks off ends the connection without the end of its body, which every HTTP client reports. ' +
      'To check what you hold: the trailers `Tenure-Rows` and `Tenure-SHA256` after the body, or, since few clients show trailers, the manifest that the headers `Link` and `Tenure-Export` point at.',
    tag: 'exports',
    parameters: [
      {
        name: 'readModel',
        in: 'path',
        required: true,
        description: 'What to export. `/v1/definitions/<name>` says what its columns mean.',
        schema: { type: 'string', enum: exportables.map(({ name }) => name) },
      },
      ...ownParameters(exportables),
      ...freshnessText,
      { ...formatText, schema: { type: 'string', enum: ['ndjson', 'csv'], default: 'ndjson' } },
      ...rowFormatText.slice(1),
    ],
    answers: {
      200: {
        description: 'One row a line, in a fixed order.',
        type: ['application/x-ndjson', 'text/csv'],
        schema: rowSchema,
        headers: { ...asOfHeadersText, 'Tenure-Export': 'Id of this export.', Link: 'Its manifest.' },
      },
    },
  };
}

/** Parameters that only some exports take: each once, with the exports that take it. */
function ownParameters(exportables: readonly Exportable[]): ParameterText[] {
  const taken = new Map<string, { readonly text: ParameterText; readonly by: string[] }>();
  for (const { name: by, params } of exportables) {
    for (const text of parametersOf({ path: '', params })) {
      const known = taken.get(text.name);
      if (known) known.by.push(by);
      else taken.set(text.name, { text, by: [by] });
    }
  }
  return [...taken.values()].map(({ text, by }) => ({ ...text, description: `${text.description}. Taken by ${by.join(', ')}.` }));
}

export const manifestText: OperationText = {
  summary: 'The manifest of an export: rows, bytes, SHA-256',
  description: 'Ask after the body has arrived. Only `"state": "complete"` is a whole export.',
  tag: 'exports',
  answers: {
    200: {
      description: 'What went out under this id.',
      type: 'application/json',
      schema: refer('ExportManifest'),
    },
  },
};
