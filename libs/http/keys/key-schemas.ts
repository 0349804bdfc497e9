import { roles } from '@tenure/access';
import { listOf, oneOf, orNull, record, type Schema, text } from '@tenure/shape/schema';

const time: Schema = { ...text, format: 'date-time' };

const entry = {
  keyId: text,
  name: text,
  roles: listOf(oneOf(roles)),
  createdAt: time,
  createdBy: text,
  expiresAt: { ...orNull(text), format: 'date-time', description: 'Null: never.' },
  lastUsedAt: { ...orNull(text), format: 'date-time' },
  revoked: orNull(record({ at: time, by: text, reason: text })),
};

export const keySchema = record(entry);

/** `KeyHolder`. */
export const keyHolderSchema = record({
  name: { ...text, description: 'Of the key.' },
  keyId: { ...orNull(text), description: 'Null: a key that is not among those of `/v1/keys`, as that of the setting `TENURE_API_KEY`.' },
  roles: listOf(oneOf(roles)),
  expiresAt: entry.expiresAt,
});

export const createdKeySchema = record({ ...entry, token: { ...text, description: 'What it opens with: shown this once, and kept nowhere.' } });
