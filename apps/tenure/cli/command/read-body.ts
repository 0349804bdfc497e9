import { jsonText } from '../json-text.js';
import { WrongUsage } from '../wrong-usage.js';

type Fields = Record<string, unknown>;
type CommandName = typeof import('@tenure/client/commands')['commands']['names'][number];

/** The body of a command: `field=value` and `field:=json` words on top of `--data-json`, or of stdin for `-`. The engine checks it. */
export async function readBody(name: CommandName, words: readonly string[], dataJson: string | undefined): Promise<object> {
  if (words.includes('-') && dataJson !== undefined) throw new WrongUsage('Give the body by --data-json or by "-", not by both.');
  const basis = words.includes('-') ? parsed(await readStdin(), 'stdin') : dataJson === undefined ? {} : parsed(dataJson, '--data-json');
  const given = words.filter((word) => word !== '-');
  if (given.length === 0) return basis;
  const { parseMoney } = await import('@tenure/customer');
  const schema = await schemaOf(name);
  const body = structuredClone(basis) as Fields;
  for (const word of given) setField(body, word, schema, parseMoney);
  return body;
}

/** The schema of a command's body, with everything it refers to. */
async function schemaOf(name: CommandName): Promise<Fields> {
  const { commands } = await import('@tenure/client/commands');
  const { $defs } = commands;
  return { ...$defs[name], $defs };
}

type ParseMoney = (text: string, currency: string) => object;

function setField(body: Fields, word: string, schema: Fields, parseMoney: ParseMoney): void {
  const equals = word.indexOf('=');
  if (equals < 1) throw new WrongUsage(`"${word}" is not field=value. Write e.g. customerId=C-1001.`);
  const isJson = word[equals - 1] === ':';
  const name = word.slice(0, isJson ? equals - 1 : equals);
  const path = name.split('.');
  if (path.some((step) => step === '' || ['__proto__', 'constructor', 'prototype'].includes(step)))
    throw new WrongUsage(`"${name}" is not the name of a field.`);
  let holder = body;
  for (const step of path.slice(0, -1)) {
    holder[step] ??= {};
    if (typeof holder[step] !== 'object' || holder[step] === null) throw new WrongUsage(`"${name}": ${step} has a value already and cannot hold fields.`);
    holder = holder[step] as Fields;
  }
  const text = word.slice(equals + 1);
  holder[path.at(-1)!] = isJson
    ? parseJson(text, `${word}: what follows ":=" is not valid JSON`)
    : fieldValue(text, fieldSchema(schema, path), word, parseMoney);
}

/** The part of the schema that describes a field; undefined for an unknown field, which the engine refuses by name. */
function fieldSchema(root: Fields, path: readonly string[]): Fields | undefined {
  const definitions = root['$defs'] as Record<string, Fields> | undefined;
  const resolved = (schema: Fields | undefined): Fields | undefined => {
    const reference = schema?.['$ref'];
    return typeof reference === 'string' ? definitions?.[reference.slice(reference.lastIndexOf('/') + 1)] : schema;
  };
  return path.reduce<Fields | undefined>((schema, step) => {
    const properties = schema?.['properties'] as Record<string, Fields> | undefined;
    const others = schema?.['additionalProperties'];
    return resolved(properties?.[step] ?? (typeof others === 'object' && others !== null ? (others as Fields) : undefined));
  }, root);
}

/** Converts the text to the type of the field. If the field also takes texts, digits stay a text: 01234 and 4111111111111111999 are not numbers. */
function fieldValue(text: string, schema: Fields | undefined, word: string, parseMoney: ParseMoney): unknown {
  const types = [schema?.['type'] ?? []].flat() as string[];
  const money = /^([+-]?[\d.]+)\s*([A-Za-z]{3})$/.exec(text);
  if (money && types.includes('object')) return moneyOf(money[1]!, money[2]!, word, parseMoney);
  if (types.includes('object') || types.includes('array')) return parsedValue(text, word, isMoney(schema));
  const takesNumber = types.includes('number') || types.includes('integer');
  if (takesNumber && !types.includes('string') && /^-?\d+(\.\d+)?$/.test(text)) return numberOf(text, word);
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  if (types.includes('null') && text === 'null') return null;
  return text;
}

function numberOf(text: string, word: string): number {
  const value = Number(text);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new WrongUsage(`${word}: a number of so many digits cannot be kept exactly.`);
  return value;
}

function moneyOf(amount: string, currency: string, word: string, parseMoney: ParseMoney): object {
  try {
    return parseMoney(amount, currency.toUpperCase());
  } catch (error) {
    throw new WrongUsage(`${word}: ${(error as Error).message}.`);
  }
}

function parsed(text: string, from: string): object {
  const value = parseJson(text, `${from} is not valid JSON`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new WrongUsage(`${from} must hold one JSON object, the body of the command.`);
  return value;
}

function parsedValue(text: string, word: string, asMoney: boolean): unknown {
  const written = asMoney ? moneyForm(word) : `${word}: an object or a list is written as JSON`;
  const value = parseJson(text, written);
  if (typeof value !== 'object') throw new WrongUsage(`${written}.`);
  return value;
}

const isMoney = (schema: Fields | undefined): boolean => ['minor', 'currency'].every((field) => field in ((schema?.['properties'] ?? {}) as object));

/** Both ways to write money, with the number that was typed, if it is one. */
function moneyForm(word: string): string {
  const [name, text = ''] = word.split('=', 2);
  const number = /^\d{1,12}(\.\d\d)?$/.test(text) ? text : '20';
  const json = JSON.stringify({ minor: Math.round(Number(number) * 100), currency: 'EUR' });
  return `${word}: money is written with its currency, ${name}="${number} EUR" or ${name}='${json}'`;
}

function parseJson(text: string, otherwise: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongUsage(`${otherwise} (${(error as Error).message}).`);
  }
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return jsonText(Buffer.concat(chunks), 'stdin');
}
