/** The sentences that pages share, in English; each page has its own in its folder. Messages are ICU. */
export const en = {
  groups: { answers: 'Answers', customers: 'Customers', evidence: 'Evidence', running: 'Running it' },
  frame: {
    menu: 'Menu',
    now: 'Now',
    signOut: 'Sign out',
    otherLanguage: '中文',
    light: 'Light',
    dark: 'Dark',
  },
  holder: {
    roles: {
      integrator: 'sends facts',
      analyst: 'reads figures',
      auditor: 'audits',
      operator: 'operates',
      'privacy-officer': 'protects privacy',
    },
    end: 'This key ends {end}.',
    noEnd: 'This key has no end.',
  },
  signIn: {
    title: 'Sign in',
    what: 'Give an API key that may read figures. It is kept for this tab only, and never put into an address.',
    key: 'API key',
    submit: 'Sign in',
    empty: 'Write the key first.',
    refused: 'The engine does not know this key, or it was revoked. Check it, or create another with “tenure keys create”.',
    why: {
      'key-refused':
        'The engine takes this key no more: it was revoked, or has come to its end. Sign in with another, and you are back on the page where you were.',
    },
    away: 'The engine does not answer. Check that it runs, and try again.',
    where: '“npm start” prints where the key of a new engine lies.',
  },
  figure: {
    definition: 'Definition',
    close: 'Close',
    table: 'Table',
    picture: 'Picture',
    csv: 'CSV',
    svg: 'SVG',
    updating: 'updating',
    asOf: 'As of {moment}, event {position}.',
    behind: '{seconds, plural, one {# second} other {# seconds}} behind.',
    nothingBehind: 'Nothing behind.',
    zone: 'Days in {zone}.',
  },
  definition: {
    counts: 'What counts',
    formula: 'How it is computed',
    window: 'When',
    timezone: 'Days',
    leftOut: 'What is left out',
    example: 'For example',
  },
  trouble: {
    away: 'The engine does not answer. What you see is as it was; it is asked again every few seconds.',
    notAllowed: 'Your key may not see this: {detail}',
    unknown: 'This could not be answered: {detail}',
    again: 'Ask again',
  },
} as const;
