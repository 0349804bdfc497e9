import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;

/**
 * A server of the MongoDB protocol for tests: FILE PORT WIRE_VERSION JOURNAL. It ends when its standard input does.
 *
 * The library keeps everything in memory; FILE is a journal of every write, read again at the start. With JOURNAL "kept", a
 * write that asks for it is in the file before it is acknowledged, as MongoDB promises; with "ignored" the file is written
 * once a second, so that a killed server forgets up to a second of what it has acknowledged.
 */
public class MongoJavaServer {
    private static final Set<String> WRITES = Set.of(
        "insert", "update", "delete", "findAndModify", "findandmodify", "create", "createIndexes", "drop", "dropIndexes", "dropDatabase", "renameCollection"
    );

    record Version(int getWireVersion, List<Integer> getVersionArray) implements MongoVersion {}

    static class Backend extends MemoryBackend {
        /** The channel of commands that the server sends itself: the library keeps state for each connection. */
        private final Channel nobody = new EmbeddedChannel();
        private Journal journal;

        @Override
        public MemoryDatabase openOrCreateDatabase(String name) {
            return new Database(name, getCursorRegistry());
        }

        /** Writes are applied one after the other, in the order of the journal, so that a replay has the same result. */
        @Override
        public Document handleMessage(MongoMessage message) {
            Document command = message.getDocument();
            if (!WRITES.contains(command.keySet().iterator().next())) return super.handleMessage(message);
            synchronized (this) {
                boolean asked = command.get("writeConcern") instanceof Document concern && Boolean.TRUE.equals(concern.get("j"));
                journal.append(command, asked);
                return super.handleMessage(message);
            }
        }

        Document carryOut(Document command) {
            return super.handleMessage(new MongoMessage(nobody, new MessageHeader(0, 0), command));
        }

        Document ask(String database, String command, Object argument) {
            Document document = new Document(command, argument);
            document.put("$db", database);
            // More than any answer has, so that it fits into its first batch.
            if (command.equals("find")) document.put("batchSize", Integer.MAX_VALUE);
            return carryOut(document);
        }
    }

    static class Database extends MemoryDatabase {
        Database(String name, CursorRegistry cursors) {
            super(name, cursors);
        }

        @Override
        protected MemoryCollection openOrCreateCollection(String name, CollectionOptions options) {
            return new Collection(this, name, options, cursorRegistry);
        }
    }

    /** Looks up a document by its id, even if the query has further conditions, for which the library would read the whole collection. */
    static class Collection extends MemoryCollection {
        Collection(MemoryDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
            super(database, name, options, cursors);
        }

        @Override
        protected QueryResult queryDocuments(Document query, Document order, int skip, int limit, int batchSize, Document fields) {
            Document byId = new Document("_id", query.get("_id"));
            if (query.size() > 1 && query.containsKey("_id") && !(query.get("_id") instanceof Document)) {
                for (Index<Integer> index : getIndexes()) {
                    if (index.canHandle(byId)) return matchDocuments(query, index.getPositions(byId), order, skip, limit, batchSize, fields);
                }
            }
            return super.queryDocuments(query, order, skip, limit, batchSize, fields);
        }
    }

    /** Commands as received, each preceded by its length; the last may be cut off. */
    static class Journal {
        /** Fields of a session or of the write concern, which do not affect the result of a write. */
        private static final Set<String> OF_THE_REQUEST = Set.of("lsid", "txnNumber", "writeConcern", "$clusterTime", "$readPreference");

        private final DataOutputStream out;
        private final boolean kept;

        private Journal(Path file, boolean kept) throws IOException {
            this.out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(file.toFile(), true), 1 << 20));
            this.kept = kept;
            Thread flushing = new Thread(this::flushEverySecond);
            flushing.setDaemon(true);
            flushing.start();
        }

        /** Reads the journal and rewrites it as its result, so that the file does not grow for ever. */
        static Journal open(Path file, boolean kept, Backend backend) throws IOException {
            if (Files.exists(file)) {
                try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
                    for (Document command; (command = next(in)) != null; ) backend.carryOut(command);
                }
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Journal journal = new Journal(fresh, kept);
            for (Object database : list(backend.ask("admin", "listDatabases", 1), "databases")) journal.appendAll(backend, name(database));
            journal.flush();
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return journal;
        }

        private void appendAll(Backend backend, String database) {
            for (Object collection : list((Document) backend.ask(database, "listCollections", 1).get("cursor"), "firstBatch")) {
                append(command(database, "create", name(collection)), false);
                for (Object document : list((Document) backend.ask(database, "find", name(collection)).get("cursor"), "firstBatch")) {
                    Document insert = command(database, "insert", name(collection));
                    insert.put("documents", List.of(document));
                    append(insert, false);
                }
            }
        }

        synchronized void append(Document command, boolean asked) {
            Document write = new Document();
            for (String field : command.keySet()) if (!OF_THE_REQUEST.contains(field)) write.put(field, command.get(field));
            ByteBuf bytes = Unpooled.buffer();
            BsonEncoder.encodeDocument(write, bytes);
            try {
                out.writeInt(bytes.readableBytes());
                bytes.getBytes(0, out, bytes.readableBytes());
                if (kept && asked) out.flush();
            } catch (IOException error) {
                throw new UncheckedIOException(error);
            }
        }

        synchronized void flush() {
            try {
                out.flush();
            } catch (IOException error) {
                throw new UncheckedIOException(error);
            }
        }

        private void flushEverySecond() {
            while (true) {
                try {
                    Thread.sleep(1_000);
                } catch (InterruptedException end) {
                    return;
                }
                flush();
            }
        }

        private static Document next(DataInputStream in) throws IOException {
            try {
                byte[] bytes = new byte[in.readInt()];
                in.readFully(bytes);
                return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
            } catch (EOFException end) {
                return null;
            }
        }

        private static Document command(String database, String command, String collection) {
            Document document = new Document(command, collection);
            document.put("$db", database);
            return document;
        }

        private static List<?> list(Document answer, String field) {
            return (List<?>) answer.get(field);
        }

        private static String name(Object described) {
            return (String) ((Document) described).get("name");
        }
    }

    public static void main(String[] args) throws Exception {
        Backend backend = new Backend();
        backend.version(new Version(Integer.parseInt(args[2]), List.of(5, 0, 0)));
        Journal journal = Journal.open(Path.of(args[0]), args[3].equals("kept"), backend);
        backend.journal = journal;
        MongoServer server = new MongoServer(backend);
        server.bind("127.0.0.1", Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.shutdownNow();
            journal.flush();
        }));
        while (System.in.read() >= 0) {}
        System.exit(0);
    }
}
