import { bold } from '../output/style.js';

export interface Started {
  readonly url: string;
  /** Only on the first start on this data. */
  readonly firstKey: string | null;
  /** Null where other machines reach the engine. */
  readonly signInCode: string | null;
  readonly data: string;
  /** ` --data DIR`, if it was given. */
  readonly sameData: string;
}

/** At most eight lines: where to look, the key and the way into the dashboard once, what to try next. */
export function startLines({ url, firstKey, signInCode, data, sameData }: Started): string[] {
  return [
    `Tenure runs on ${bold(url)} (API: ${url}/docs), data in ${data}`,
    ...(firstKey === null ? [] : [`API key, shown this once (TENURE_API_KEY for scripts): ${bold(firstKey)}`]),
    ...(signInCode === null ? [] : [`Dashboard (signs this machine's browser in once, within ten minutes): ${bold(`${url}/#code=${signInCode}`)}`]),
    'Try next, in another terminal (to type tenure without npx: export PATH="$PWD/node_modules/.bin:$PATH"):',
    `  npx tenure demo${sameData}`,
    `  npx tenure import purchases FILE.csv --currency USD${sameData}`,
    `  npx tenure retention${sameData}`,
    'Ctrl-C stops; the data stays.',
  ];
}
