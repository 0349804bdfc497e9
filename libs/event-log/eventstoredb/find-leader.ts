import { setTimeout as delay } from 'node:timers/promises';
import { LogUnavailable } from '../errors.js';
import type { Address } from './address.js';
import { askNode, type Seed, seedsOf } from './ask-node.js';
import { isSilence, leaderOf, type Member } from './members.js';

const ANSWER_WITHIN_S = 1;
const PAUSE_MS = 100;

export interface Found {
  readonly leader: string;
  readonly members: readonly Member[];
}

type Answer = { readonly seed: Seed; readonly members: readonly Member[] } | { readonly seed: Seed; readonly error: Error };

/**
 * The leader: the node that the answering nodes name, and that answers itself. The others still name a stopped leader for a
 * while; then all are asked again, until there is another.
 * @param known nodes that the cluster named before, in addition to those of the address
 * @throws LogUnavailable when no node leads before the deadline
 */
export async function findLeader(address: Address, known: readonly string[], forMs: number, signal: AbortSignal): Promise<Found> {
  const { gossipTimeout, discoveryInterval = PAUSE_MS, maxDiscoverAttempts = Number.POSITIVE_INFINITY } = address.options;
  const timeoutMs = 1_000 * (gossipTimeout ?? ANSWER_WITHIN_S);
  const giveUpAt = performance.now() + forMs;
  for (let round = 1; ; round++) {
    const seeds = unique([...(await seedsOf(address.hosts, timeoutMs)), ...known.map((endpoint) => ({ endpoint }))]);
    const answers: Answer[] = [];
    const found = await ask(seeds, address, timeoutMs, answers);
    if (found) return found;
    if (signal.aborted || round >= maxDiscoverAttempts || performance.now() + discoveryInterval > giveUpAt) throw noLeader(address, answers);
    await delay(discoveryInterval);
  }
}

/** Asks all at once; decided as soon as most of them agree. `answers`: what each has said so far. */
async function ask(seeds: readonly Seed[], address: Address, timeoutMs: number, answers: Answer[]): Promise<Found | null> {
  const asked = new Map(seeds.map((seed) => [seed.endpoint, answerOf(seed, address, timeoutMs)]));
  const agreed = new Promise<Found | null>((resolve) => {
    const hear = async (answering: Promise<Answer>) => {
      answers.push(await answering);
      const named = mostNamed(answers);
      if (named && named.votes > seeds.length / 2) resolve(named);
    };
    void Promise.all([...asked.values()].map(hear)).then(() => resolve(mostNamed(answers)));
  });
  const named = await agreed;
  if (!named) return null;
  const itself = await (asked.get(named.leader) ?? answerOf({ endpoint: named.leader }, address, timeoutMs));
  if ('members' in itself) return named;
  if (!answers.includes(itself)) answers.push(itself);
  return null;
}

async function answerOf(seed: Seed, address: Address, timeoutMs: number): Promise<Answer> {
  try {
    return { seed, members: await askNode(seed, address, timeoutMs) };
  } catch (error) {
    return { seed, error: error as Error };
  }
}

function mostNamed(answers: readonly Answer[]): (Found & { readonly votes: number }) | null {
  const votes = new Map<string, { leader: string; members: readonly Member[]; votes: number }>();
  for (const answer of answers) {
    const leader = 'members' in answer ? leaderOf(answer.members) : null;
    if (leader === null || !('members' in answer)) continue;
    votes.set(leader, { leader, members: answer.members, votes: (votes.get(leader)?.votes ?? 0) + 1 });
  }
  return [...votes.values()].sort((a, b) => b.votes - a.votes)[0] ?? null;
}

function noLeader({ name }: Address, answers: readonly Answer[]): LogUnavailable {
  const silent = answers.flatMap((answer) => ('error' in answer ? [`${answer.seed.endpoint} (${answer.error.message})`] : []));
  const answering = answers.flatMap((answer) => ('members' in answer ? [answer.seed.endpoint] : []));
  if (answering.length === 0) {
    const refused = answers.some((answer) => 'error' in answer && !isSilence(answer.error) && answer.error.name !== 'NoAnswer');
    const detail = `No node of ${name} says which of them leads: ${silent.join(', ')}.`;
    return new LogUnavailable(refused ? 'denied' : 'unreachable', 'not-appended', `${detail} Check that EVENTSTOREDB_URL names its nodes and that they run.`, {
      cause: answers.find((answer) => 'error' in answer)?.error,
    });
  }
  const silence = silent.length > 0 ? ` No answer comes from ${silent.join(', ')}.` : '';
  return new LogUnavailable(
    'not-leader',
    'not-appended',
    `No node leads the cluster of ${name}: ${answering.join(', ')} answer, and name no leader that can be reached. It has no majority, or is choosing.${silence} ` +
      'Start the nodes that are missing until more than half of them run, and check that this machine reaches each at the address under which the cluster knows it.',
  );
}

function unique(seeds: readonly Seed[]): Seed[] {
  return [...new Map(seeds.map((seed) => [seed.endpoint, seed]).reverse() as [string, Seed][]).values()];
}
