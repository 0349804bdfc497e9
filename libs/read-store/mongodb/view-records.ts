import { MongoServerError } from 'mongodb';
import { DocumentDamaged } from '../errors.js';
import type { View, ViewSetAside, ViewTraits } from '../read-store.js';
import { type Database, nameOf, VIEW_COLLECTIONS, type ViewsRecord } from './database.js';
import { Gathering } from './gathering.js';
import { isDuplicate } from './store-record.js';

const NAMESPACE_EXISTS = 48;
/** How long a replaced view can still be read: longer than any look-up, and than a projector takes to learn of the switch. */
const RETIRED_MS = 60_000;
/** Views set aside earlier are not needed to understand what has happened. */
const KEPT_ASIDE = 3;

/** Which views exist, and which of them are live: one record a projection, replaced whole, so a switch is one write. */
export class ViewRecords {
  /** All partitions of a process look at the same time. */
  readonly #looks: Gathering<null, View[]>;

  constructor(private readonly database: Database) {
    this.#looks = new Gathering(Number.POSITIVE_INFINITY, async (all) => {
      const views = await this.#find();
      return all.map(() => views);
    });
  }

  all(): Promise<View[]> {
    return this.#looks.ask(null);
  }

  async live(projection: string): Promise<View | null> {
    const record = await this.database.views.findOne({ _id: projection });
    return record ? (viewsOf(record).find(({ live }) => live) ?? null) : null;
  }

  /** The record comes before the collections: a collection without a record always belongs to a dropped view. */
  async create(projection: string, version: number, logId: string | null, traits: ViewTraits = {}): Promise<View> {
    const { lastBuild: build } = await this.#change(projection, (record) => ({
      ...record,
      lastBuild: record.lastBuild + 1,
      builds: [...record.builds, { version, build: record.lastBuild + 1, logId, ...traitsOf(traits) }],
    }));
    const view = { projection, version, build, live: false, logId, ...traitsOf(traits) };
    for (const kind of VIEW_COLLECTIONS) await this.#createCollection(`view.${nameOf(view)}.${kind}`);
    return view;
  }

  async makeLive(view: View): Promise<View> {
    await this.#change(view.projection, (record) => {
      if (!record.builds.some(({ build }) => build === view.build)) throw new Error(`The view ${nameOf(view)} has been dropped. Build it anew.`);
      if (record.live === view.build) return record;
      return {
        ...record,
        live: view.build,
        builds: record.builds.filter(({ build }) => build !== record.live),
        retired: record.builds.filter(({ build }) => build === record.live),
      };
    });
    await this.#sweep();
    this.#letGoLater(view);
    return { ...view, live: true };
  }

  /** A build that went live after the caller looked stays: cancelling a build takes nothing from readers. */
  async drop({ projection, build, live }: View): Promise<void> {
    await this.#change(projection, (record) => {
      if (record.live === build && !live) return record;
      return { ...record, live: record.live === build ? null : record.live, builds: record.builds.filter((each) => each.build !== build) };
    });
    await this.#sweep();
  }

  /** @returns false when the view is gone already: another process was faster */
  async setAside({ projection, build }: View, reason: string, next: Pick<View, 'version' | 'logId'> | null): Promise<boolean> {
    let done = false;
    await this.#change(projection, (record) => {
      const found = record.builds.find((each) => each.build === build);
      done = found !== undefined;
      if (!found) return record;
      const builds = record.builds.filter((each) => each !== found);
      const inPlace = next === null || builds.some(({ version, logId = null }) => version === next.version && logId === next.logId);
      return {
        ...record,
        live: record.live === build ? null : record.live,
        builds: inPlace ? builds : [...builds, { ...next, build: record.lastBuild + 1, ...traitsOf(found) }],
        lastBuild: inPlace ? record.lastBuild : record.lastBuild + 1,
        aside: [...(record.aside ?? []), { ...found, reason, at: new Date().toISOString() }].slice(-KEPT_ASIDE),
      };
    });
    return done;
  }

  /**
   * When a document turns out to be damaged, its view is set aside at once, by whichever process found it; the process that follows the log rebuilds it.
   * @throws DocumentDamaged
   */
  async replacingDamaged<T>(view: View, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof DocumentDamaged) {
        const reason = `${error.message} Something has changed it: a disk, or somebody (possible tampering).`;
        await this.setAside(view, reason, { version: view.version, logId: view.logId });
      }
      throw error;
    }
  }

  async setAsides(): Promise<ViewSetAside[]> {
    const records = await this.database.views.find().toArray();
    const all = records.flatMap(({ _id: projection, aside = [] }) =>
      aside.map(({ version, build, reason, at }) => ({ projection, version, build, reason, at, keptAs: `view.${nameOf({ projection, version, build })}` })),
    );
    return all.sort((a, b) => compare(b.at, a.at));
  }

  /** Whether a view's collections still exist with their content. */
  async isThere({ projection, build }: View): Promise<boolean> {
    const record = await this.database.views.findOne({ _id: projection });
    return record !== null && [...record.builds, ...(record.retired ?? [])].some((each) => each.build === build);
  }

  /** If this fails, or the process ends first, the projection's next switch makes up for it. */
  #letGoLater({ projection, build: live }: View): void {
    const letGo = async () => {
      await this.#change(projection, (record) => (record.live === live ? { ...record, retired: [] } : record));
      await this.#sweep();
    };
    setTimeout(() => letGo().catch(() => undefined), RETIRED_MS).unref();
  }

  async #find(): Promise<View[]> {
    const records = await this.database.views.find().sort({ _id: 1 }).toArray();
    return records.flatMap(viewsOf).sort((a, b) => compare(a.projection, b.projection) || a.version - b.version || a.build - b.build);
  }

  async #change(projection: string, edit: (record: ViewsRecord) => ViewsRecord): Promise<ViewsRecord> {
    for (;;) {
      const record = (await this.database.views.findOne({ _id: projection })) ?? { _id: projection, change: 0, lastBuild: 0, live: null, builds: [] };
      const { _id, ...next } = { ...edit(record), change: record.change + 1 };
      try {
        const written = await this.database.views.replaceOne({ _id, change: record.change }, next, { upsert: record.change === 0 });
        if (written.matchedCount + written.upsertedCount === 1) return { _id, ...next };
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    }
  }

  /** Drops the collections of views without a record: those dropped or released, and those that a late write recreated. */
  async #sweep(): Promise<void> {
    const collections = await this.database.db.listCollections({}, { nameOnly: true }).toArray();
    const records = await this.database.views.find().toArray();
    const views = records.flatMap(({ _id: projection, builds, retired = [], aside = [] }) =>
      [...builds, ...retired, ...aside].map((each) => ({ projection, ...each })),
    );
    const wanted = new Set(views.flatMap((view) => VIEW_COLLECTIONS.map((kind) => `view.${nameOf(view)}.${kind}`)));
    for (const { name } of collections) if (name.startsWith('view.') && !wanted.has(name)) await this.#dropCollection(name);
  }

  async #dropCollection(name: string): Promise<void> {
    try {
      await this.database.db.dropCollection(name);
    } catch (error) {
      // Another process has swept it meanwhile; MongoDB before 7 reports that (code 26), mongo-java-server without a code.
      if (!(error instanceof MongoServerError && error.message === 'ns not found')) throw error;
    }
  }

  async #createCollection(name: string): Promise<void> {
    try {
      await this.database.db.createCollection(name);
    } catch (error) {
      if (!(error instanceof MongoServerError && error.code === NAMESPACE_EXISTS)) throw error;
    }
  }
}

function viewsOf({ _id, live, builds }: ViewsRecord): View[] {
  return builds.map(({ version, build, logId = null, ...traits }) => ({ projection: _id, version, build, live: build === live, logId, ...traitsOf(traits) }));
}

/** Without the traits that have no value: they are not stored in a record. */
function traitsOf({ cursor, undivided }: ViewTraits): ViewTraits {
  return { ...(cursor !== undefined && { cursor }), ...(undivided && { undivided }) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
