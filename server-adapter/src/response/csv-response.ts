import {
  type ListStoresOfVersion,
  pageLimits,
  type StoreOfVersion,
  type StoresOfVersionPage,
} from '@beta-app/core/contract';
import { apiHeaders } from './envelope.js';
import { csvRows } from './csv.js';

const columns = [
  'code',
  'name',
  'branchCode',
  'branchName',
  'channel',
  'betaAppId',
  'betaAppName',
] as const;

const byteOrderMark = '\ufeff';

/** Reads a page of the stores that run a version. */
type ReadPage = (input: ListStoresOfVersion) => Promise<StoresOfVersionPage>;

/**
 * Answers all stores that run a version as CSV, from a cursor on if there is one and whatever the limit, read page by page as
 * fast as the client takes them in. What is wrong with the input is thrown before it begins; what goes wrong later breaks it
 * off.
 */
export async function csvResponse(input: object, readPage: ReadPage): Promise<Response> {
  const wanted = { ...(input as ListStoresOfVersion), limit: pageLimits.max };
  const first = await readPage(wanted);
  let cursor = first.nextCursor;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const text = `${byteOrderMark}${csvRows([columns])}${csvRows(first.items.map(rowOf))}`;
        controller.enqueue(encoder.encode(text));
        if (cursor === null) controller.close();
      },
      async pull(controller) {
        if (cursor === null) return;
        const page = await readPage({ ...wanted, cursor });
        cursor = page.nextCursor;
        controller.enqueue(encoder.encode(csvRows(page.items.map(rowOf))));
        if (cursor === null) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const headers = {
    ...apiHeaders,
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${fileName(wanted)}"`,
  };
  return new Response(body, { headers });
}

function rowOf({ code, name, branchCode, branchName, channel, betaApp }: StoreOfVersion) {
  return [
    code,
    name,
    branchCode,
    branchName,
    channel,
    betaApp?.id ?? null,
    betaApp?.name ?? null,
  ] as const;
}

/** Versions are any text, and a header takes only some. */
function fileName({ application, version }: ListStoresOfVersion): string {
  const safe = (text: string) => text.trim().replaceAll(/[^\w.-]+/gu, '-');
  return `stores-${safe(application.toUpperCase())}-${safe(version)}.csv`;
}
