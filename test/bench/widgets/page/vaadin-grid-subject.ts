import '@vaadin/grid';
import '@vaadin/grid/vaadin-grid-selection-column.js';
import { type Grid } from '@vaadin/grid';
import { type BenchStore } from './bench-stores.js';
import { type ListSubject } from './list-subject.js';

/** Vaadin's grid over an array, with its own column of checkboxes. */
export class VaadinGridSubject implements ListSubject {
  #grid: Grid<BenchStore> | undefined;
  #stores: readonly BenchStore[] = [];

  readonly prepare: ListSubject['prepare'] = (parent, stores) => {
    this.#stores = stores;
    const box = document.createElement('div');
    box.innerHTML = `<vaadin-grid style="height: 640px">
      <vaadin-grid-column path="code" header="Kode"></vaadin-grid-column>
      <vaadin-grid-column path="name" header="Toko"></vaadin-grid-column>
      <vaadin-grid-column path="branchCode" header="Cabang"></vaadin-grid-column>
      <vaadin-grid-column path="registeredSince" header="Keterangan"></vaadin-grid-column>
      <vaadin-grid-selection-column></vaadin-grid-selection-column>
    </vaadin-grid>`;
    parent.append(box);
    this.#grid = box.querySelector<Grid<BenchStore>>('vaadin-grid') ?? undefined;
  };

  readonly showRows = (): void => {
    if (this.#grid !== undefined) this.#grid.items = [...this.#stores];
  };

  readonly hasRows = (): boolean =>
    [...(this.#grid?.querySelectorAll('vaadin-grid-cell-content') ?? [])].some(
      (cell) => cell.textContent === this.#stores[0]?.code,
    );

  readonly selectAll = (): void => this.#boxes[0]?.click();

  readonly isAllSelected = (): boolean =>
    this.#grid?.selectedItems.length === this.#stores.length &&
    this.#boxes.slice(0, 8).every((box) => box.checked);

  /** The header's first, then those of the rows. */
  get #boxes(): HTMLInputElement[] {
    return [...(this.#grid?.querySelectorAll<HTMLInputElement>('vaadin-checkbox') ?? [])].filter(
      (box) => box.isConnected && box.getBoundingClientRect().height > 0,
    );
  }
}
