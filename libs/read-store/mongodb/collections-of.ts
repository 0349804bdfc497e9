import { type Connection, connect } from './connect.js';
import { explain } from './explain.js';

/** The names of the collections of a database; empty if the database does not exist. @throws MongoDbUnavailable, MongoDbRefused */
export async function collectionsOf({ database, ...connection }: Connection & { readonly database: string }): Promise<string[]> {
  const client = connect(connection);
  try {
    const found = await client.db(database).listCollections({}, { nameOnly: true }).toArray();
    return found.map(({ name }) => name);
  } catch (error) {
    throw explain(error, client);
  } finally {
    await client.close();
  }
}
