import { ask, type Place, secretDocument } from './secret-collection.js';

/**
 * Copies the secret of a log, and those of months, to the database of its copy; once more after an interruption. None is replaced.
 * @returns whether the same ones lie there now: false where there was another one
 * @throws MongoDbUnavailable, MongoDbRefused
 */
export async function copySecrets(from: Place, to: Place): Promise<boolean> {
  const secrets = await ask(from, (documents) => documents.find().toArray());
  for (const { _id, secret } of secrets) {
    if ((await secretDocument(to, _id).keep(secret)) !== secret) return false;
  }
  return true;
}
