import { roles } from '@tenure/access';
import { unstoredKeys } from './unstored-keys.js';

it('the key of the setting is one principal, whatever serves it; the token of this machine is another', () => {
  const apiKey = 'sixteen-or-more-characters';
  const ofTheSetting = { token: apiKey, principal: { id: 'TENURE_API_KEY', name: 'TENURE_API_KEY', roles } };
  expect(unstoredKeys({ apiKey })).toEqual([ofTheSetting]);
  const both = unstoredKeys({ apiKey }, 'token');
  expect(both).toEqual([{ token: 'token', principal: { id: 'local', name: 'the command line on this machine', roles } }, ofTheSetting]);
  expect(unstoredKeys({ apiKey: null })).toEqual([]);
});
