import '@beta-app/widgets/define';
import { type BetaAppEditor } from '@beta-app/widgets';
import { type Scene, setScene } from './scene.js';
import { all, gone, press, see } from './screen.js';

/** Puts an editor into the page, with a client that answers from memory. */
export async function mountEditor(
  options: { scene?: Scene; betaAppId?: number; lang?: string; width?: string } = {},
): Promise<Scene & { editor: BetaAppEditor }> {
  const { scene = setScene(), betaAppId, lang = 'id', width = '1000px' } = options;
  const editor = document.createElement('beta-app-editor');
  editor.client = scene.client;
  editor.noUrl = true;
  editor.betaAppId = betaAppId;
  editor.lang = lang;
  editor.style.width = width;
  document.body.append(editor);
  await editor.updateComplete;
  if (betaAppId !== undefined) await gone(() => editor.chosen.waiting.active, 'waiting');
  return { ...scene, editor };
}

/** Takes everything out of the page that a test has put there. */
export function clearPage(): void {
  document.body.replaceChildren();
}

/** Opens the form of a new beta app. */
export async function openNewForm(): Promise<HTMLElement> {
  (await see('button', 'Tambah')).click();
  return await see('dialog', 'Tambah beta-app');
}

/** Opens "Lainnya", and chooses from it. */
export async function chooseFromMenu(name: string): Promise<void> {
  await press('Lainnya');
  await press(name, 'menuitem');
}

/** What "Lainnya" offers. */
export async function menuItems(): Promise<string[]> {
  await press('Lainnya');
  await see('menuitem', /./u);
  const names = all('menuitem', /./u).map(({ textContent }) => textContent.trim());
  await press('Lainnya');
  return names;
}
