import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import org.h2.mvstore.MVStore;

/**
 * A server of the MongoDB protocol on one H2 file: FILE PORT WIRE_VERSION JOURNAL. It ends when its standard input does.
 *
 * By itself H2 writes about once a second, whatever a client asked for: a killed server forgets up to a second of what it
 * acknowledged. With JOURNAL "kept", a write that asks for the journal is in the file before it is acknowledged, as MongoDB
 * promises; with "ignored" it is as H2 leaves it.
 */
public class MongoJavaServer {
    private static MVStore store;
    private static boolean journal;

    record Version(int getWireVersion, List<Integer> getVersionArray) implements MongoVersion {}

    static class Backend extends H2Backend {
        Backend() {
            super(store);
        }

        @Override
        protected MongoDatabase openOrCreateDatabase(String name) {
            return new Database(name, getCursorRegistry());
        }

        @Override
        public Document handleMessage(MongoMessage message) {
            Document answer = super.handleMessage(message);
            boolean asked = message.getDocument().get("writeConcern") instanceof Document concern && Boolean.TRUE.equals(concern.get("j"));
            if (journal && asked) commit();
            return answer;
        }
    }

    static class Database extends H2Database {
        Database(String name, CursorRegistry cursors) {
            super(name, store, cursors);
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
            String full = databaseName + "." + name;
            return new Collection(this, name, options, full, cursorRegistry);
        }
    }

    /** Looks a document up by its id also when the query asks for more than the id, where the library reads the whole collection. */
    static class Collection extends H2Collection {
        Collection(MongoDatabase database, String name, CollectionOptions options, String full, CursorRegistry cursors) {
            super(database, name, options, store.openMap("databases." + full), store.openMap("meta." + full), cursors);
        }

        @Override
        protected QueryResult queryDocuments(Document query, Document order, int skip, int limit, int batchSize, Document fields) {
            Document byId = new Document("_id", query.get("_id"));
            if (query.size() > 1 && query.containsKey("_id") && !(query.get("_id") instanceof Document)) {
                for (Index<Object> index : getIndexes()) {
                    if (index.canHandle(byId)) return matchDocuments(query, index.getPositions(byId), order, skip, limit, batchSize, fields);
                }
            }
            return super.queryDocuments(query, order, skip, limit, batchSize, fields);
        }
    }

    public static void main(String[] args) throws Exception {
        store = MVStore.open(args[0]);
        journal = args[3].equals("kept");
        H2Backend backend = new Backend();
        backend.version(new Version(Integer.parseInt(args[2]), List.of(5, 0, 0)));
        MongoServer server = new MongoServer(backend);
        server.bind("127.0.0.1", Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
        while (System.in.read() >= 0) {}
        System.exit(0);
    }
}
