import { after, afterEach, before, describe } from 'node:test';
import { type Page } from 'playwright-core';
import { openStage, type PageOptions, type Stage } from './stage.js';
import { type Way, ways } from './ways.js';

/** What the rows of one file have in common. */
export interface Rows extends Way {
  /** The stage, once the tests run. */
  readonly stage: Stage;
  /** Opens a page of the demo in the way's language. */
  open(path: string, options?: PageOptions): Promise<Page>;
}

/** Describes rows once for each way of using the pages, on a stage of their own. */
export function describeRows(title: string, define: (rows: Rows) => void): void {
  for (const way of ways) {
    describe(`${title}, ${way.title}`, () => {
      let opened: Stage | undefined;
      const rows: Rows = {
        ...way,
        get stage() {
          if (opened === undefined) throw new Error('The stage opens before the first test.');
          return opened;
        },
        open: (path, options) => rows.stage.open(inLanguage(path, way.words.lang), options),
      };
      before(async () => {
        opened = await openStage();
      });
      after(() => opened?.close());
      afterEach(() => opened?.closePages());
      define(rows);
    });
  }
}

function inLanguage(path: string, lang: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
}
