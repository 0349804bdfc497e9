import { registered } from '../testing/story.js';

// The stories take place on 2026-03-15.
const override = { probability: 0.05, expiresOn: '2026-06-30', reason: 'signed for two years' };
const objected = () => registered().given('ObjectToScoring', { occurredAt: '2026-03-01', channel: 'letter', objectedBy: 'representative' });

it('an objection is recorded with who and how, and what was said stays personal', () => {
  const [fact] = registered().outcome('ObjectToScoring', { objectedBy: 'customer', channel: 'letter', statement: 'no ratings', note: 'n' });
  expect([fact?.data, fact?.personal]).toEqual([
    { objectedBy: 'customer', channel: 'letter' },
    { statement: 'no ratings', note: 'n' },
  ]);
});

it('an objection is raised once, withdrawn once, and may be raised again', () => {
  expect(objected().refusal('ObjectToScoring')).toMatchObject({ code: 'scoring-objected-already', detail: expect.stringContaining('2026-03-01') });
  const withdrawn = objected().given('WithdrawScoringObjection', { occurredAt: '2026-03-10' });
  expect(withdrawn.refusal('WithdrawScoringObjection')).toMatchObject({ code: 'scoring-not-objected', pointer: '/customerId' });
  withdrawn.given('ObjectToScoring');
});

it('an objection is not withdrawn before it was raised', () => {
  expect(objected().refusal('WithdrawScoringObjection', { occurredAt: '2026-02-28' })).toMatchObject({ code: 'before-objection', pointer: '/occurredAt' });
  objected().given('WithdrawScoringObjection', { occurredAt: '2026-03-01' });
});

it('a customer who is closed can object, and withdraw', () => {
  registered().given('CloseCustomer', { reason: 'moved' }).given('ObjectToScoring').given('WithdrawScoringObjection');
});

it('an override is a decision of now, with its reason among the personal data', () => {
  const [fact] = registered().outcome('OverrideChurnLikelihood', override);
  expect(fact).toMatchObject({ occurredAt: Date.parse('2026-03-15T12:00:00Z'), data: { probability: 0.05, expiresOn: '2026-06-30' } });
  expect(fact?.personal).toEqual({ reason: 'signed for two years' });
});

it.each([
  ['2026-03-14', 'expires-in-past'],
  ['2027-03-17', 'expires-too-late'],
])('an override until %s is refused as %s', (expiresOn, code) => {
  expect(registered().refusal('OverrideChurnLikelihood', { ...override, expiresOn })).toMatchObject({ code, pointer: '/expiresOn' });
});

it.each(['2026-03-15', '2027-03-16'])('an override until %s is taken', (expiresOn) => {
  registered().given('OverrideChurnLikelihood', { ...override, expiresOn });
});

it('an override replaces an earlier one, is withdrawn once, and not after it expired', () => {
  const twice = registered()
    .given('OverrideChurnLikelihood', override)
    .given('OverrideChurnLikelihood', { ...override, expiresOn: '2026-04-01' });
  const late = { now: Date.parse('2026-04-03T12:00:00Z') };
  expect(twice.refusal('WithdrawChurnOverride', {}, late)).toMatchObject({ code: 'override-expired' });
  const withdrawn = twice.given('WithdrawChurnOverride', { reason: 'cancelled' });
  expect(withdrawn.refusal('WithdrawChurnOverride')).toMatchObject({ code: 'not-overridden', pointer: '/customerId' });
});

it('no likelihood is stated about a customer who objected, or is closed', () => {
  expect(objected().refusal('OverrideChurnLikelihood', override)).toMatchObject({ code: 'scoring-objected', pointer: '/customerId' });
  const closed = registered().given('CloseCustomer', { reason: 'moved' });
  expect(closed.refusal('OverrideChurnLikelihood', override)).toMatchObject({ code: 'customer-closed' });
});
