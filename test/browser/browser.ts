import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { apiKey } from '../engine/tenure-program.js';

const executablePath = process.env['TENURE_TEST_CHROMIUM'] ?? '/usr/bin/chromium';

/** A real Chromium, which asks nothing of anybody by itself. */
export function startBrowser(): Promise<Browser> {
  if (!existsSync(executablePath)) throw new Error(`There is no ${executablePath}: install chromium, or name it in TENURE_TEST_CHROMIUM.`);
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'] });
}

/** A tab of a reader, and everything in it that should not have been. */
export interface Reader {
  readonly page: Page;
  /** Messages of the console, errors of scripts, requests to other addresses. */
  readonly troubles: string[];
  /** The requests to the API, by path and query, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Opens an address of the dashboard and signs in. */
export async function openSignedIn(browser: Browser, url: string, path: string, options: BrowserContextOptions = {}, key = apiKey): Promise<Reader> {
  const reader = await openTab(browser, url, path, options);
  await reader.page.fill('#key', key);
  await reader.page.click('button[type=submit]');
  await reader.page.waitForSelector('.frame');
  await settled(reader.page);
  return reader;
}

export async function openTab(browser: Browser, url: string, path: string, options: BrowserContextOptions = {}): Promise<Reader> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en', ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const address = new URL(request.url());
    if (address.protocol === 'blob:') return;
    if (address.origin !== url) troubles.push(`elsewhere: ${request.url()}`);
    if (address.pathname.startsWith('/v1/')) asked.push(address.pathname + address.search);
  });
  await page.goto(url + path);
  return { page, troubles, asked, close: () => context.close() };
}

/** Nothing is awaited any more: no request under way, no figure that is being updated. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForSelector('[aria-busy="true"]', { state: 'detached' });
}
