import DataTable, { type Config } from 'datatables.net-bs5';
import 'datatables.net-select-bs5';
import { type BenchStore } from './bench-stores.js';
import { type ListSubject } from './list-subject.js';

/** What a developer may switch off who knows that the rows come sorted and the columns have their widths. */
export const leanOptions: Config = { order: [], autoWidth: false };

/** Paged, its rows made as they are shown (`deferRender`), a column of checkboxes with one in the header. */
export class DataTablesSubject implements ListSubject {
  readonly #options: Config;
  #element: HTMLTableElement | undefined;
  #stores: readonly BenchStore[] = [];
  #table: InstanceType<typeof DataTable> | undefined;

  constructor(options: Config = {}) {
    this.#options = options;
  }

  readonly prepare: ListSubject['prepare'] = (parent, stores) => {
    this.#stores = stores;
    this.#element = document.createElement('table');
    this.#element.className = 'table';
    parent.append(this.#element);
  };

  readonly showRows = (): void => {
    if (this.#element === undefined) throw new Error('There is no table.');
    this.#table = new DataTable(this.#element, {
      data: [...this.#stores],
      deferRender: true,
      pageLength: 25,
      columns: [
        { title: 'Kode', data: 'code' },
        { title: 'Toko', data: 'name' },
        { title: 'Cabang', data: 'branchCode' },
        { title: 'Keterangan', data: 'registeredSince', defaultContent: '' },
        { data: null, render: DataTable.render.select(), orderable: false },
      ],
      ...this.#options,
      select: { style: 'multi', selector: 'td:last-child', headerCheckbox: true },
    });
  };

  readonly hasRows = (): boolean => this.#rows.length > 0;
  readonly selectAll = (): void =>
    this.#element?.querySelector<HTMLInputElement>('thead input')?.click();

  readonly isAllSelected = (): boolean =>
    this.#table?.rows({ selected: true }).count() === this.#stores.length &&
    this.#rows.every((row) => row.classList.contains('selected'));

  get #rows(): Element[] {
    return [...(this.#element?.querySelectorAll('tbody tr td.dt-select') ?? [])].map(
      (cell) => cell.parentElement ?? cell,
    );
  }
}
