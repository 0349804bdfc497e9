import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { serve } from './serve.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '2113' },
    data: { type: 'string' },
    /** PEM files; without them the server speaks no TLS. */
    'tls-certificate': { type: 'string' },
    'tls-key': { type: 'string' },
    /** Ends when its standard input is closed: a test that dies leaves nothing behind. */
    'end-with-input': { type: 'boolean', default: false },
  },
});
const port = Number(values.port);
if (!values.data || !Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error('Usage: node infra/local/dist/eventstoredb/main.js --data FOLDER [--port 2113] [--tls-certificate FILE --tls-key FILE]');
  process.exit(2);
}

const { 'tls-certificate': certificate, 'tls-key': key } = values;
const tls = certificate && key ? { certificate: readFileSync(certificate), key: readFileSync(key) } : null;
const server = await serve(values.data, port, tls);
console.log(
  `TEST STAND-IN for EventStoreDB, never for production: esdb://127.0.0.1:${server.port}${tls ? '' : '?tls=false'} (control ${server.controlUrl}, data ${values.data})`,
);

const end = () => {
  server.close();
  process.exit(0);
};
process.on('SIGTERM', end);
process.on('SIGINT', end);
if (values['end-with-input']) process.stdin.resume().on('end', end).on('error', end);
