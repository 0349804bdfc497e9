import { backtestModel } from './backtest-model.js';

const nobody = { read: async function* () {} } as never;

it.each(['P30DT12H', 'PT36H', 'P4Y', 'P0D', '90'])('a horizon of %s is refused, with how to write one', async (horizon) => {
  const refused = backtestModel({ model: 'mbg-nbd', at: '2025-12-31', horizon }, nobody, {
    currency: { code: 'EUR', minorPerMajor: 100 },
    records: nobody,
    today: 20_787,
  });
  await expect(refused).rejects.toMatchObject({ name: 'BadQuery', code: 'not-a-duration', message: expect.stringContaining('whole days from P1D to P3Y') });
});
