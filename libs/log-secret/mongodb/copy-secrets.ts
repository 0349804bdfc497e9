import { ask, type Place, secretDocument } from './secret-collection.js';

/**
 * Copies the secret of a log, and the monthly secrets, to the database of its copy; run it again after an interruption. No
 * existing secret is replaced.
 * @returns whether the same secrets are stored there now: false where there was another one
 * @throws MongoDbUnavailable, MongoDbRefused
 */
export async function copySecrets(from: Place, to: Place): Promise<boolean> {
  const secrets = await ask(from, (documents) => documents.find().toArray());
  for (const { _id, secret } of secrets) {
    if ((await secretDocument(to, _id).keep(secret)) !== secret) return false;
  }
  return true;
}
