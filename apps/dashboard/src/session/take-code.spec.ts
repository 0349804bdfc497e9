import { takeCode } from './take-code.js';

const taken = (hash: string) => {
  const shown: unknown[] = [];
  const code = takeCode({ hash, pathname: '/retention', search: '?mode=on' }, { replaceState: (_state, _title, address) => shown.push(address) });
  return { code, shown };
};

it('the code is taken, and the address is left without it', () => {
  expect(taken('#code=vJ0s-_8')).toEqual({ code: 'vJ0s-_8', shown: ['/retention?mode=on'] });
});

it.each(['', '#', '#figures', '#code=', '#xcode=1'])('%p holds no code, and the address stays', (hash) => {
  expect(taken(hash)).toEqual({ code: null, shown: [] });
});
