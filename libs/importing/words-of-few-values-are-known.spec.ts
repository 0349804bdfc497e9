import { imported } from './imported.js';
import { partyWords, severityWords, valueFinder } from './kinds/enumerated.js';
import { MemorySink } from './memory-sink.js';

async function taken(kind: string, header: string, ...rows: string[]) {
  const sink = new MemorySink();
  return { sink, ...(await imported(`${[header, ...rows].join('\n')}\n`, { kind }, { sink })) };
}

it('how bad a complaint is may be said in German and Chinese, and what was taken is shown', async () => {
  const words = ['hoch', 'Mittel', '紧急', 'low', '2 - High', 'Sehr hoch', ''];
  const rows = words.map((word, at) => `${at},2026-01-02,K${at},late,${word}`);
  const { sink, result, source } = await taken('complaints', 'customer_id,occurred_at,complaint_id,subject,优先级', ...rows);
  expect(result).toMatchObject({ accepted: 7, rejected: 0 });
  const severities = sink.facts.flatMap(({ type, data }) => (type === 'ComplaintLogged' ? [(data as { severity?: string }).severity] : []));
  expect(severities).toEqual(['high', 'medium', 'critical', 'low', 'high', 'critical', 'medium']);
  expect(source.understood).toMatchObject({ severity: 'hoch = high, Mittel = medium, 紧急 = critical, 2 - High = high, Sehr hoch = critical' });
});

it('a word that is none is refused with those there are', async () => {
  const { rejected } = await taken('complaints', 'customer_id,occurred_at,complaint_id,subject,severity', '7,2026-01-02,K1,late,egal');
  expect(rejected).toMatchObject([{ field: 'severity', reason: expect.stringMatching(/low.*medium.*high.*critical/) }]);
});

it('so may what a customer is, and what was asked', async () => {
  const customers = await taken('customers', 'customer_id,party', '1,Firma', '2,个人', '3,Haushalt', '4,B2B', '5,person');
  expect(customers.result).toMatchObject({
    accepted: 5,
    understood: { party: 'Firma = organisation, 个人 = person, Haushalt = household, B2B = organisation' },
  });
  const answers = await taken(
    'satisfaction',
    'customer_id,occurred_at,metric,score',
    '1,2026-01-02,NPS,9',
    '1,2026-01-03,Kundenzufriedenheit,4',
    '1,2026-01-04,净推荐值,7',
  );
  expect(answers.result).toMatchObject({ accepted: 3, rejected: 0 });
});

it('no word stands for two values', () => {
  for (const words of [severityWords, partyWords]) {
    const find = valueFinder(words);
    for (const [value, names] of Object.entries(words)) for (const name of names.split(',')) expect([name, find(name)]).toEqual([name, value]);
  }
});
