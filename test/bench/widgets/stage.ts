import { readFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  request as httpRequest,
  type Server,
  type ServerResponse,
} from 'node:http';
import { type AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserLaunchOptions } from '../../support/browser.js';
import { type BenchPage } from './page/bench-page.js';

const root = path.join(import.meta.dirname, '../../..');

/** A page like SIH's with all elements that are compared, in a real browser. */
export class BenchStage {
  readonly #server: Server;
  readonly #browser: Browser;
  readonly #page: Page;

  private constructor(server: Server, browser: Browser, page: Page) {
    this.#server = server;
    this.#browser = browser;
    this.#page = page;
  }

  /**
   * Opens the page. A picture is made as soon as something has changed, so that times hold the work and not the wait
   * for the screen, unless frames are to be counted. What the page asks for under `/api` is asked of the server
   * named `api`.
   */
  static async open({
    steadyFrames = false,
    api,
  }: { steadyFrames?: boolean; api?: string } = {}): Promise<BenchStage> {
    const files = await pageFiles();
    const server = createServer((request, response) => {
      if (api !== undefined && request.url?.startsWith('/api/') === true) {
        passOn(request, response, api);
        return;
      }
      const body = files.get(request.url ?? '');
      const type = request.url?.endsWith('.js') ? 'text/javascript' : 'text/html';
      response.writeHead(body === undefined ? 404 : 200, {
        'Content-Type': `${type}; charset=utf-8`,
      });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const options = await browserLaunchOptions();
    const unlimited = [
      '--disable-frame-rate-limit',
      '--disable-gpu-vsync',
      '--run-all-compositor-stages-before-draw',
    ];
    const args = [...(options.args ?? []), ...(steadyFrames ? [] : unlimited)];
    const browser = await chromium.launch({ ...options, args });
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('pageerror', (error) => console.error(error));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => 'benchPage' in window);
    return new BenchStage(server, browser, page);
  }

  /** Does one of the page's measurements. */
  run<Name extends keyof BenchPage>(
    name: Name,
    ...input: Parameters<BenchPage[Name]>
  ): Promise<Awaited<ReturnType<BenchPage[Name]>>> {
    return this.#page.evaluate(
      ({ name, input }) =>
        (window.benchPage[name] as (...args: unknown[]) => unknown)(...input) as never,
      { name, input },
    );
  }

  /** Begins anew with a page on which nothing has been done. */
  async reload(): Promise<void> {
    await this.#page.reload();
    await this.#page.waitForFunction(() => 'benchPage' in window);
  }

  get version(): string {
    return `Chromium ${this.#browser.version()}`;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.close();
  }
}

/** Lets another server answer. */
function passOn(request: IncomingMessage, response: ServerResponse, origin: string): void {
  const { method, headers, url = '' } = request;
  const asked = httpRequest(origin + url, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  asked.on('error', () => response.destroy());
  response.on('close', () => asked.destroy());
  request.pipe(asked);
}

async function pageFiles(): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'page/page.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'chrome109',
    conditions: ['@beta-app/source'],
    write: false,
  });
  const asset = (name: string) => readFile(path.join(root, 'node_modules', name), 'utf8');
  const [bootstrap, dataTables, select, jquery] = await Promise.all([
    asset('bootstrap/dist/css/bootstrap.min.css'),
    asset('datatables.net-bs5/css/dataTables.bootstrap5.min.css'),
    asset('datatables.net-select-bs5/css/select.bootstrap5.min.css'),
    asset('jquery/dist/jquery.min.js'),
  ]);
  const html = `<!doctype html>
    <html lang="id">
      <meta charset="utf-8"><title>Daftar toko</title>
      <style>${bootstrap}${dataTables}${select}</style>
      <script src="/jquery.js"></script>
      <script type="module" src="/page.js"></script>
      <body></body>
    </html>`;
  return new Map([
    ['/', html],
    ['/page.js', outputFiles[0]?.text ?? ''],
    ['/jquery.js', jquery],
  ]);
}
