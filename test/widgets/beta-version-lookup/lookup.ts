import { inside, until } from '@beta-app/stories/elements/support/find';
import '@beta-app/widgets/define';
import { type BetaVersionLookup } from '@beta-app/widgets';
import { type Scene, setScene } from '../support/scene.js';

interface LookupOptions {
  scene?: Scene;
  store?: string;
  at?: string;
  /** The application and the version whose stores are listed. */
  application?: string;
  version?: string;
  /** What the computer's clock shows; noon on 2 December 2026 in Jakarta by default, as the server's. */
  now?: string;
  lang?: string;
  width?: string;
  /** Whether the page's address is read and written. */
  url?: boolean;
}

/** Puts a version lookup into the page, with a client that answers from memory. */
export async function mountLookup(
  options: LookupOptions = {},
): Promise<Scene & { lookup: BetaVersionLookup; goTo: (moment: string) => void }> {
  const { scene = setScene(), lang = 'id', width = '1000px' } = options;
  let now = new Date(options.now ?? '2026-12-02T05:00:30Z');
  scene.goTo(now.toISOString());
  const lookup = document.createElement('beta-version-lookup');
  lookup.client = scene.client;
  lookup.now = () => now;
  lookup.noUrl = !options.url;
  lookup.store = options.store;
  lookup.at = options.at;
  lookup.application = options.application;
  lookup.version = options.version;
  lookup.lang = lang;
  lookup.style.width = width;
  document.body.append(lookup);
  await lookup.updateComplete;
  const goTo = (moment: string) => {
    now = new Date(moment);
    scene.goTo(moment);
  };
  return { ...scene, lookup, goTo };
}

/** The field "Kode atau nama toko". */
export const storeField = (root: ParentNode): HTMLInputElement =>
  inside<HTMLInputElement>(root, '[role=combobox]')[0]!;

const inOneLine = (element: HTMLElement | undefined): string =>
  element?.innerText.replace(/\s+/gu, ' ').trim() ?? '';

/** Waits for what is shown of an application, in one line. */
export const seeVersion = (root: ParentNode, code: string): Promise<string> =>
  until(
    () => inOneLine(inside(root, `[data-application="${code}"]`)[0]) || undefined,
    `the application ${code}`,
  );

/** What stands in the part of the answer, in one line. */
export const answerOf = (root: ParentNode): string => inOneLine(inside(root, '.answer')[0]);

/** Waits until the part of the answer says something. */
export const seeAnswer = (root: ParentNode, text: string): Promise<unknown> =>
  until(() => answerOf(root).includes(text), text);

/** Takes a choice of "Waktu kejadian". */
export const chooseMoment = (root: ParentNode, choice: string): void =>
  inside(root, `[name=moment][value=${choice}]`)[0]!.click();
