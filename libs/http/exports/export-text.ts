import type { OperationText } from '../openapi/operation.js';
import { formatText, freshnessText } from '../queries/query-text.js';

const asOfHeadersText = {
  'Tenure-Position': 'Position the rows stand at.',
  'Tenure-Recorded-At': 'When that was recorded.',
  'Tenure-Lag-Ms': 'How far behind the log.',
};

export const exportText: OperationText = {
  summary: 'A whole read model, every row',
  description:
    'Streamed from one moment. An export that breaks off ends the connection without the end of its body, which every HTTP client reports. ' +
    'To check what you hold: the trailers `Tenure-Rows` and `Tenure-SHA256` after the body, or, since few clients show trailers, the manifest that the headers `Link` and `Tenure-Export` point at.',
  tag: 'exports',
  parameters: [...freshnessText, { ...formatText, schema: { type: 'string', enum: ['ndjson', 'csv'], default: 'ndjson' } }],
  answers: {
    200: {
      description: 'One row a line, in a fixed order.',
      type: ['application/x-ndjson', 'text/csv'],
      headers: { ...asOfHeadersText, 'Tenure-Export': 'Id of this export.', Link: 'Its manifest.' },
    },
  },
};

export const manifestText: OperationText = {
  summary: 'The manifest of an export: rows, bytes, SHA-256',
  description: 'Ask after the body has arrived. Only `"state": "complete"` is a whole export.',
  tag: 'exports',
  answers: {
    200: {
      description: 'What went out under this id.',
      type: 'application/json',
      schema: {
        type: 'object',
        required: ['exportId', 'readModel', 'state', 'rows', 'bytes', 'sha256', 'asOf'],
        properties: {
          exportId: { type: 'string', format: 'uuid' },
          readModel: { type: 'string' },
          version: { type: 'integer' },
          definition: { type: 'string' },
          format: { type: 'string', enum: ['csv', 'ndjson'] },
          state: { type: 'string', enum: ['running', 'complete', 'failed'] },
          asOf: { $ref: '#/components/schemas/AsOf' },
          rows: { type: 'integer' },
          bytes: { type: 'integer' },
          sha256: { type: ['string', 'null'] },
          startedAt: { type: 'string', format: 'date-time' },
          finishedAt: { type: ['string', 'null'], format: 'date-time' },
        },
      },
    },
  },
};
