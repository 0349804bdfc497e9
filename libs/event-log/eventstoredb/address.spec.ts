import fc from 'fast-check';
import { parseAddress } from './address.js';

const two = [
  { host: 'a', port: 2113 },
  { host: 'b', port: 2115 },
];

it.each(['esdb', 'esdb+discover', 'kurrentdb', 'kurrentdb+discover'])('takes every host of %s://a,b:2115', (scheme) => {
  expect(parseAddress(`${scheme}://a,b:2115?tls=false`)).toMatchObject({ isCluster: true, hosts: two, tls: null, login: null });
});

it('takes one host as the server itself, and as the name of a cluster where it is to be discovered', () => {
  expect(parseAddress('kurrentdb://a').isCluster).toBe(false);
  expect(parseAddress('esdb+discover://a')).toMatchObject({ isCluster: true, hosts: [two[0]], tls: { ca: null } });
});

it('reads users, addresses of IPv6, a slash at the end and options in any case', () => {
  expect(parseAddress('esdb://admin:p%40ss:word@[::1]:2115,b:2115/?TLS=false&keepAliveInterval=-1')).toMatchObject({
    name: 'esdb://admin:***@[::1]:2115,b:2115/?TLS=false&keepAliveInterval=-1',
    login: { username: 'admin', password: 'p@ss:word' },
    hosts: [{ host: '::1', port: 2115 }, two[1]],
    options: { keepAliveInterval: -1 },
  });
});

it.each([
  ['esdb://a?tsl=false', /no option "tsl"; did you mean "tls"\?/],
  ['esdb://a?tls=no', /option tls takes true or false/],
  ['esdb://a?nodePreference=follower', /nodePreference takes leader/],
  ['esdb://a?tlsVerifyCert=false', /tlsCAFile/],
  ['esdb://a?tlsCAFile=/no/such.crt', /the file that its option tlsCAFile names cannot be read.*ENOENT/],
  ['esdb://a?userKeyFile=/no/such.key', /userCertFile and userKeyFile/],
  ['esdb://a,b:port', /"b:port" is no host/],
  ['esdb://,', /names no host/],
  ['esdb://u:%zz@a', /%25/],
])('says what is wrong with %s', (url, message) => {
  expect(() => parseAddress(url)).toThrow(expect.objectContaining({ code: 'bad-address', message: expect.stringMatching(message) }));
});

it('never says a password, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8 }), fc.constantFrom('a', 'a,b:port', 'a?tsl=1', ''), (secret, rest) => {
      const password = `${secret}SECRET`;
      try {
        expect(parseAddress(`esdb://admin:${password}@${rest}`).name).not.toContain(password);
      } catch (error) {
        expect((error as Error).message).not.toContain(password);
      }
    }),
  );
});
