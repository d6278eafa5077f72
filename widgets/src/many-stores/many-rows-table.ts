import { html, nothing, type TemplateResult } from 'lit';
import { channelBadge } from '../version-answer/channel-badge.js';
import { channelBadgeStyles } from '../version-answer/channel-badge.styles.js';
import { baseStyles } from '../styles/base.styles.js';
import { printStyles } from '../styles/print.styles.js';
import { WindowedTable } from '../windowed-rows/windowed-table.js';
import { windowedTableStyles } from '../windowed-rows/windowed-table.styles.js';
import { manyRowsTableStyles } from './many-rows-table.styles.js';
import { type ManyRow, rowTexts } from './many-rows.js';

/** The table of what many stores run. */
export class ManyRowsTable extends WindowedTable<ManyRow> {
  static override styles = [
    baseStyles,
    channelBadgeStyles,
    windowedTableStyles,
    printStyles,
    manyRowsTableStyles,
  ];

  protected override readonly allAtOnce = 300;
  protected override readonly rowHeights = { wide: 72, narrow: 168 };

  protected override heads(): string[] {
    const { common, versions } = this.language.words;
    const { field } = common;
    return [field.code, field.store, field.branch, ...Object.values(versions.column)];
  }

  protected override cells(row: ManyRow): TemplateResult {
    const [code, store, branch, application, version, , betaApp, reason] = rowTexts(
      row,
      this.language,
    );
    const { channel } = row.version;
    return html`<span role="cell" class="code">${code}</span>
      <span role="cell" class="store" title=${store ?? nothing}>${store}</span>
      <span role="cell" class="branch">${branch}</span>
      <span role="cell" class="application">${application}</span>
      <span role="cell" class="version-cell"><span class="version">${version}</span></span>
      <span role="cell" class="channel"
        >${channel === null ? nothing : channelBadge(channel, this.language.words)}</span
      >
      <span role="cell" class="beta-app">${betaApp}</span>
      <span role="cell" class="reason" title=${reason ?? nothing}>${reason}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'beta-many-rows': ManyRowsTable;
  }
}
