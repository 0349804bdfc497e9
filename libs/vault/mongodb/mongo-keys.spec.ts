import { VaultUnavailable } from '../errors.js';
import { MongoKeys } from './mongo-keys.js';

it('says of a server that is away that it is the vault, where, and why', async () => {
  const keys = new MongoKeys({ url: 'mongodb://127.0.0.1:1', database: 'tenure' });
  const error = await keys.keep([{ customerId: 'a', epoch: 1, secretEpoch: 1, wrapped: Buffer.alloc(92) }]).catch((thrown: unknown) => thrown);
  await keys.close();
  expect(error).toBeInstanceOf(VaultUnavailable);
  expect(error).toMatchObject({ code: 'unreachable', message: /"vault".*"tenure".*127\.0\.0\.1:1/ });
}, 30_000);
