import { benchStores } from './bench-stores.js';

const rowHeight = 40;

/** What the browser itself can do: a list of as many rows as are scrolled over, all of them there from the start. */
export function plainList(parent: HTMLElement, pixels: number): HTMLElement {
  const scroller = document.createElement('div');
  scroller.style.cssText = 'height:640px;overflow:auto';
  for (const store of benchStores(Math.ceil(pixels / rowHeight) + 100)) {
    const row = document.createElement('div');
    row.style.cssText = `display:flex;gap:1rem;height:${rowHeight}px;border-bottom:1px solid #ddd`;
    for (const text of [store.code, store.name, store.branchCode]) {
      row.append(Object.assign(document.createElement('span'), { textContent: text }));
    }
    row.append(Object.assign(document.createElement('input'), { type: 'checkbox' }));
    scroller.append(row);
  }
  parent.append(scroller);
  return scroller;
}
