import type { TopicRecord } from './kcat.js';

/** A CloudEvent as read from a record: its attributes by name, all text, as in headers, and its data. */
export interface CloudEvent {
  readonly attributes: ReadonlyMap<string, string>;
  readonly data: unknown;
}

const PREFIX = 'ce_';

/** Reads by the binary mode of the Kafka binding. `findings` says why a record is not a CloudEvent. */
export function toCloudEvent({ headers = [], payload }: TopicRecord): CloudEvent {
  const attributes = new Map<string, string>();
  for (const [name, value] of pairs(headers)) {
    if (name.startsWith(PREFIX)) attributes.set(name.slice(PREFIX.length), value);
    if (name === 'content-type') attributes.set('datacontenttype', value);
  }
  return { attributes, data: payload === null ? undefined : JSON.parse(payload) };
}

const REQUIRED = ['id', 'source', 'specversion', 'type'] as const;
/** URI-reference of RFC 3986, section 4.1: only characters allowed in one, and a colon in the first segment only after a scheme. */
const URI_REFERENCE = /^(?:[A-Za-z][A-Za-z0-9+.-]*:|(?![^/?#]*:))(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;
const RFC_3339 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
/** RFC 2046, in the form of RFC 9110, section 8.3.1. */
const MEDIA_TYPE = new RegExp(`^${TOKEN}/${TOKEN}(?:[ \\t]*;[ \\t]*${TOKEN}=(?:${TOKEN}|"[^"]*"))*$`);
/** Characters that a String of the type system may not contain: control characters, lone surrogates, noncharacters. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;

/**
 * The deviations of a record from CloudEvents 1.0.2 (sections 3.1 and "Type System") and the binary mode of its Kafka protocol binding; empty if
 * there are none. Stricter in one respect: names have at most 20 characters, which the specification only recommends.
 */
export function findings({ headers = [], payload }: TopicRecord): string[] {
  const found: string[] = [];
  const values = new Map<string, string>();
  for (const [name, value] of pairs(headers)) {
    if (values.has(name)) found.push(`${name} is there twice`);
    values.set(name, value);
    if (!name.startsWith(PREFIX)) continue;
    if (!/^[a-z0-9]{1,20}$/.test(name.slice(PREFIX.length))) found.push(`${name} is no name of an attribute: a-z and 0-9, 20 characters at most`);
    if (value === '') found.push(`${name} is empty`);
    if (FORBIDDEN.test(value)) found.push(`${name} holds a character that no String may hold`);
  }
  for (const name of REQUIRED) if (!values.has(PREFIX + name)) found.push(`ce_${name} is missing`);
  const must = (name: string, pattern: RegExp, what: string) => {
    const value = values.get(name);
    if (value !== undefined && !pattern.test(value)) found.push(`${name} "${value}" is no ${what}`);
  };
  must('ce_specversion', /^1\.0$/, 'version of CloudEvents 1.0');
  must('ce_source', URI_REFERENCE, 'URI-reference');
  must('ce_time', RFC_3339, 'time of RFC 3339');
  must('ce_dataschema', /^[A-Za-z][A-Za-z0-9+.-]*:/, 'absolute URI');
  for (const name of ['ce_data', 'ce_datacontenttype']) if (values.has(name)) found.push(`${name} is no header of the binary mode`);
  const type = values.get('content-type');
  if (type === undefined) return [...found, 'content-type is missing, though there is data'];
  must('content-type', MEDIA_TYPE, 'media type');
  if (/^application\/cloudevents/i.test(type)) found.push('content-type announces another mode than the binary one');
  if (payload === null) return [...found, 'there is no data'];
  if (/^application\/json/i.test(type) && !isJson(payload)) found.push('the data is not JSON, as content-type says');
  return found;
}

export function* pairs(headers: readonly string[]): Generator<[name: string, value: string]> {
  for (let at = 0; at < headers.length; at += 2) yield [headers[at]!, headers[at + 1]!];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
