import { type PageQuery, pageLimits } from '@beta-app/core/contract';
import { apiHeaders } from './envelope.js';
import { type Cell, csvRows } from './csv.js';

/** A list as a table. */
export interface CsvTable<
  Input = object,
  Item = unknown,
  ItemsPage extends CsvPage<Item> = CsvPage<Item>,
> {
  columns: readonly string[];
  /** `page` is the one that the item came with. */
  rowOf: (item: Item, page: ItemsPage) => readonly Cell[];
  fileName: (input: Input) => string;
}

const byteOrderMark = '\ufeff';

/** A page of a list, as far as it is read here. */
export interface CsvPage<Item = unknown> {
  items: Item[];
  nextCursor: string | null;
}

/**
 * Answers a whole list as CSV, from a cursor on if there is one and whatever the limit, read page by page as fast as the
 * client takes it in. What is wrong with the input is thrown before it begins; what goes wrong later breaks it off, and
 * `failed` hears of it.
 */
export async function csvResponse<Input extends object, Item>(
  { columns, rowOf, fileName }: CsvTable<Input, Item>,
  input: Input,
  readPage: (input: Input & PageQuery) => Promise<CsvPage<Item>>,
  failed: (thrown: unknown) => void,
): Promise<Response> {
  const wanted = { ...input, limit: pageLimits.max };
  const rowsOf = (page: CsvPage<Item>) => csvRows(page.items.map((item) => rowOf(item, page)));
  const first = await readPage(wanted);
  let cursor = first.nextCursor;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const text = `${byteOrderMark}${csvRows([columns])}${rowsOf(first)}`;
        controller.enqueue(encoder.encode(text));
        if (cursor === null) controller.close();
      },
      async pull(controller) {
        if (cursor === null) return;
        const page = await readPage({ ...wanted, cursor }).catch((thrown: unknown) => {
          failed(thrown);
          // Whoever sends it may write down what it gets, and the cause is for the log.
          throw new Error('The list broke off');
        });
        cursor = page.nextCursor;
        controller.enqueue(encoder.encode(rowsOf(page)));
        if (cursor === null) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const headers = {
    ...apiHeaders,
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${fileName(wanted)}.csv"`,
  };
  return new Response(body, { headers });
}
