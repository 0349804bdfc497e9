import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Everything comes from the server that serves the page: no inline script, no data: address, no outside host. */
export default defineConfig({
  root: here('.'),
  build: {
    outDir: here('web'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // All pages are one script of less than 250 kB packed, which a story holds.
    chunkSizeWarningLimit: 1_000,
    // 'use client' is a word to servers that render React.
    rollupOptions: { onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning) },
  },
  server: { proxy: { '/v1': process.env.TENURE_URL ?? 'http://127.0.0.1:7070', '/health': process.env.TENURE_URL ?? 'http://127.0.0.1:7070' } },
});
