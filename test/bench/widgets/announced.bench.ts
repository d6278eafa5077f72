import { type Page } from 'playwright-core';
import { openStage } from '../../e2e/support/stage.js';
import { openStores } from '../../e2e/support/store-page.js';
import { rowOf } from '../harness/bench-row.js';
import { type BenchSuite } from '../harness/report.js';
import { estimate } from '../harness/statistics.js';

const rounds = 40;
const warmUp = 3;

/** How soon people who look at the same list hear that somebody has saved. */
export async function measure(): Promise<BenchSuite> {
  const stage = await openStage();
  try {
    const { id } = await stage.api.createBetaApp({ name: 'Uji Kabar' });
    const { page } = await openStores(stage, id);
    const registered = new Set<string>();
    const times: number[] = [];
    for (let round = -warmUp; round < rounds; round += 1) {
      // Each note tells another number of stores than the one before it.
      const codes = ['TB0010', 'TB0011'].slice(round % 2 === 0 ? 0 : 1);
      const changes = codes.map((code) => ({ registered: !registered.has(code), codes: [code] }));
      for (const code of codes) if (!registered.delete(code)) registered.add(code);
      const seen = await armed(page, `mengubah ${String(codes.length)} toko`);
      const from = Date.now();
      await stage.api.saveStores(id, changes);
      const time = (await seen()) - from;
      if (round >= 0) times.push(time);
    }
    return {
      title: 'A change by somebody else',
      about:
        'The real server, database and page of stores, open in a browser: from the moment in which another client begins ' +
        'to send its save to the moment in which the note stands in the page.',
      rows: [
        rowOf({
          what: 'a change announced in another browser',
          value: estimate(times),
          unit: 'ms',
          goal: { atMost: 150 },
          note: `slowest ${Math.max(...times).toFixed(0)} ms`,
        }),
      ],
    };
  } finally {
    await stage.close();
  }
}

/** Looks out for a note in the page, and tells when it came; in milliseconds since 1970. */
async function armed(page: Page, text: string): Promise<() => Promise<number>> {
  await page.evaluate((wanted) => {
    const seen = new Promise<number>((resolve) => {
      const timer = setInterval(() => {
        const note = document
          .querySelector('beta-store-picker')
          ?.shadowRoot?.querySelector('[role=status] .elsewhere');
        if (note?.textContent.includes(wanted) !== true) return;
        clearInterval(timer);
        resolve(Date.now());
      }, 1);
    });
    Object.assign(window, { seenAt: seen });
  }, text);
  return () => page.evaluate(() => (window as unknown as { seenAt: Promise<number> }).seenAt);
}
