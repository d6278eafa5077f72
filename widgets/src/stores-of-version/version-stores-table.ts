import type { StoreOfVersion } from '@beta-app/core/contract';
import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { channelBadge } from '../version-answer/channel-badge.js';
import { channelBadgeStyles } from '../version-answer/channel-badge.styles.js';
import { baseStyles } from '../styles/base.styles.js';
import { buttonStyles } from '../styles/button.styles.js';
import { printStyles } from '../styles/print.styles.js';
import { WindowedTable } from '../windowed-rows/windowed-table.js';
import { windowedTableStyles } from '../windowed-rows/windowed-table.styles.js';

const styles = css`
  .wide .row {
    grid-template-columns: 88px minmax(0, 1.2fr) minmax(0, 1fr) 92px minmax(0, 1.2fr);
    align-items: center;
  }

  /* Two lines fit into a row. */
  .long.wide .content .row > :not(.channel) {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }

  .narrow .code {
    flex: none;
    max-width: 100%;
  }

  .narrow .branch {
    flex: 1 1 100%;
  }

  .narrow .beta-app {
    flex: 1 1 0;
  }

  .long.narrow .row > :not(.channel) {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  @media print {
    .wide .row {
      padding-block: 4px;
    }
  }
`;

/** The table of the stores that run a version. */
export class VersionStoresTable extends WindowedTable<StoreOfVersion> {
  static override styles = [
    baseStyles,
    buttonStyles,
    channelBadgeStyles,
    windowedTableStyles,
    printStyles,
    styles,
  ];

  /** Gives the address of the page with a beta app; undefined where there is no such page. */
  @property({ attribute: false }) addressOf: (betaAppId: number) => string | undefined = () =>
    undefined;

  protected override readonly allAtOnce = 10;
  protected override readonly rowHeights = { wide: 52, narrow: 92 };

  protected override heads(): string[] {
    const { common, versions } = this.language.words;
    const { field } = common;
    const { column } = versions;
    return [field.code, field.store, field.branch, column.channel, column.betaApp];
  }

  protected override cells(store: StoreOfVersion): TemplateResult {
    const { code, name, branchName, channel, betaApp } = store;
    return html`<span role="cell" class="code">${code}</span>
      <span role="cell" class="store" title=${name}>${name}</span>
      <span role="cell" class="branch">${branchName}</span>
      <span role="cell" class="channel">${channelBadge(channel, this.language.words)}</span>
      <span role="cell" class="beta-app">${this.#betaApp(betaApp)}</span>`;
  }

  #betaApp(betaApp: StoreOfVersion['betaApp']): TemplateResult | string {
    if (betaApp === null) return this.narrow ? '' : '–';
    const address = this.addressOf(betaApp.id);
    return address === undefined
      ? betaApp.name
      : html`<a class="link" href=${address} title=${betaApp.name}>${betaApp.name}</a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-version-stores': VersionStoresTable;
  }
}
