import { MongoClient } from 'mongodb';

/** Counts a client's commands to MongoDB, by the driver's own monitoring. */
export class CountedCommands {
  #commands = 0;
  #steps = 0;
  #records = 0;
  #bytes = 0;
  #underWay = 0;

  /** With the engine's read and write concerns. */
  static client(url: string): { client: MongoClient; counted: CountedCommands } {
    const client = new MongoClient(url, {
      writeConcern: { w: 'majority', journal: true },
      readConcern: { level: 'majority' },
      monitorCommands: true,
    });
    const counted = new CountedCommands();
    client.on('commandStarted', ({ command }) => counted.#began(command));
    client.on('commandSucceeded', () => counted.#ended());
    client.on('commandFailed', () => counted.#ended());
    return { client, counted };
  }

  /** `steps`: commands that waited for the one before. `records`: records written. `bytes`: of document bodies and of commits. */
  get sofar(): { commands: number; steps: number; records: number; bytes: number } {
    return { commands: this.#commands, steps: this.#steps, records: this.#records, bytes: this.#bytes };
  }

  #began(command: Record<string, unknown>): void {
    this.#commands += 1;
    if (this.#underWay === 0) this.#steps += 1;
    this.#underWay += 1;
    const updates = command['updates'];
    if (!Array.isArray(updates)) return;
    this.#records += updates.length;
    for (const { u } of updates) this.#bytes += bytesIn(u);
  }

  #ended(): void {
    this.#underWay -= 1;
  }
}

function bytesIn(update: { body?: string; $set?: { intent?: { length(): number } } }): number {
  return (update.body?.length ?? 0) + (update.$set?.intent?.length() ?? 0);
}
