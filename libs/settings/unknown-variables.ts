import { definitions, settingNames } from './definitions.js';
import { unknownKey } from './keys.js';
import type { SettingsProblem } from './settings-error.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables of the repository's own tests, benchmarks and local servers, which the engine ignores. */
const notOurs = /^TENURE_(TEST_.*|BENCH_.*|CACHE)$/;

/** Variables that Kubernetes and Docker links set for a service whose name begins with `tenure` (kubernetes.io: "Environment variables"). */
const ofService = /^TENURE_(\w+_)?(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT_\d+_(TCP|UDP)(_(PROTO|PORT|ADDR))?)$/;

/** `tcp://10.96.0.17:7070`: the address of a service, which nobody wrote as a setting. */
export function isServiceAddress(text: string): boolean {
  return /^(tcp|udp):\/\//.test(text);
}

/** The warning for a setting's variable that holds the address of a service and is ignored. */
export function serviceAddressProblem(variable: string, text: string): SettingsProblem {
  const remedy = 'Set enableServiceLinks: false for the pod, or give the service another name';
  return { key: variable, detail: `"${text}" is what Kubernetes or Docker sets for a service called "tenure"; it is passed over. ${remedy}.` };
}

/** A warning for each `TENURE_*` variable that is no setting, with the nearest one. No error: a platform may set what it likes. */
export function unknownVariables(environment: Environment): SettingsProblem[] {
  const known = settingNames.flatMap((name) => {
    const { environment: variable, secret } = definitions[name];
    return secret ? [variable, `${variable}_FILE`] : [variable];
  });
  return Object.entries(environment)
    .filter(
      ([name, text]) => name.startsWith('TENURE_') && !known.includes(name) && !notOurs.test(name) && !ofService.test(name) && !isServiceAddress(text ?? ''),
    )
    .map(([name]) => ({ key: name, detail: `${unknownKey(name, known, (variable) => variable)} It is passed over.` }));
}
