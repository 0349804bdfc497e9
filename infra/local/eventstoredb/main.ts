import { parseArgs } from 'node:util';
import { serve } from './serve.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '2113' },
    data: { type: 'string' },
    /** Ends with whoever holds the other end of standard input: a test that dies leaves nothing behind. */
    'end-with-input': { type: 'boolean', default: false },
  },
});
const port = Number(values.port);
if (!values.data || !Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error('Usage: node infra/local/dist/eventstoredb/main.js --data FOLDER [--port 2113]');
  process.exit(2);
}

const server = await serve(values.data, port);
console.log(
  `TEST STAND-IN for EventStoreDB, never for production: esdb://127.0.0.1:${server.port}?tls=false (control ${server.controlUrl}, data ${values.data})`,
);

const end = () => {
  server.close();
  process.exit(0);
};
process.on('SIGTERM', end);
process.on('SIGINT', end);
if (values['end-with-input']) process.stdin.resume().on('end', end).on('error', end);
