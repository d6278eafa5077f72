import { inside, typeInto, until } from '@beta-app/stories/elements/support/find';
import '@beta-app/widgets/define';
import { type ListCheckFigures } from './bench-page.js';
import { nextPaint, toPaint } from './to-paint.js';

/** Puts a list into the dialog of a picker that asks the server behind the page, and checks it. */
export async function checkList(
  parent: HTMLElement,
  betaAppId: number,
  text: string,
  atOnce: boolean,
): Promise<ListCheckFigures> {
  const picker = document.createElement('beta-store-picker');
  picker.noUrl = true;
  picker.betaAppId = betaAppId;
  parent.append(picker);
  const button = await until(() => inside(picker, '#import')[0], 'the button');
  button.click();
  const list = await until(
    () => inside<HTMLTextAreaElement>(picker, 'dialog[open] #list')[0],
    'the field',
  );
  typeInto(list, text);
  await nextPaint();
  if (!atOnce) await until(() => storeReads() >= pages, 'the stores');
  await nextPaint();
  const hearing = longestSilence();
  try {
    const result = await toPaint(
      () => inside(picker, '#check')[0]?.click(),
      () => inside(picker, '#save-list').length > 0,
    );
    return { result, deaf: hearing() };
  } finally {
    hearing();
  }
}

/** In so many answers come 15,204 stores: 200, and then 2,000 at most. */
const pages = 9;

const storeReads = (): number => {
  const reads = performance
    .getEntriesByType('resource')
    .filter(({ name }) => name.includes('/stores?'));
  return reads.length;
};

/** Posts tasks until what is returned is called, which tells the longest wait of one, in milliseconds. */
function longestSilence(): () => number {
  const { port1, port2 } = new MessageChannel();
  let longest = 0;
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  port1.onmessage = () => {
    look();
    port2.postMessage(undefined);
  };
  port2.postMessage(undefined);
  return () => {
    look();
    port1.close();
    return longest;
  };
}
