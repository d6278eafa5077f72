import * as widgets from '@beta-app/widgets';
import { mount, mountLookup, mountTimeline } from '@beta-app/stories/elements/support/mount';
import {
  chooseBetaApp,
  chooseBranch,
  fill,
  find,
  inside,
  press,
  shows,
  until,
} from '@beta-app/stories/elements/support/find';
import { readProperties } from '@beta-app/stories/theme/read-properties';
import { storeCode } from '@beta-app/stories/fake/sample-directory';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { clearPage } from '../support/editor.js';
import { firedBy } from './fired-events.js';
import { type DescribedElement, elements, events } from './read-manifest.js';

const tagNames = [
  'beta-app-editor',
  'beta-store-picker',
  'beta-timeline',
  'beta-version-lookup',
] as const;
type TagName = (typeof tagNames)[number];

const described = (tagName: TagName): DescribedElement =>
  elements.find((element) => element.tagName === tagName)!;

const names = (items: readonly { name: string }[]): string[] =>
  items.map(({ name }) => name).sort();

/** Puts an element into the page, with a beta app that is chosen, or a store. */
async function show(tagName: TagName): Promise<HTMLElement> {
  const storesPerBranch = 12;
  const [box, sign] =
    tagName === 'beta-version-lookup'
      ? [mountLookup({ store: storeCode(0, 0), storesPerBranch }), '[data-application]']
      : tagName === 'beta-timeline'
        ? [mountTimeline({ storesPerBranch }), '.row']
        : [mount(tagName, { shown: 'active', storesPerBranch }), '#beta-app'];
  document.body.append(box);
  await find(box, sign);
  return box.querySelector<HTMLElement>(tagName)!;
}

/** Chooses another beta app in the yellow field. */
async function choose(name: string): Promise<void> {
  await chooseBetaApp(document.body, name);
  await until(() => shows(document.body, `“${name}”`), `the notification about ${name}`);
}

/** Somebody else withdraws all stores of the beta app that is shown. */
async function withdrawAll(): Promise<void> {
  const [editor] = inside<widgets.BetaAppEditor>(document.body, 'beta-app-editor');
  const { client, betaAppId: id = 0 } = editor!;
  const { revision: baseRevision, directoryRevision } = await client!.listBetaAppStores({ id });
  const changes = [{ registered: false, select: {} }];
  await client!.saveStores({ id, baseRevision, directoryRevision, changes });
}

/** Does all that a user can do to a beta app. */
const uses: Record<TagName, () => Promise<void>> = {
  'beta-app-editor': async () => {
    await withdrawAll();
    await press(document.body, '.opener');
    await press(document.body, '[role=menuitem]:nth-child(5)');
    const before = await until(() => inside(document.body, '.restore')[1], 'the save before');
    before.click();
    await press(document.body, 'dialog[open] .primary');
    await until(() => shows(document.body, 'berhasil diperbarui'), 'the notification');
    await sendKeys({ press: 'Escape' });
    await choose('Uji Struk');
    await press(document.body, '.opener');
    await press(document.body, '[role=menuitem]:nth-child(4)');
    await fill(document.body, 'dialog[open] #startsOn', '2090-01-01');
    await fill(document.body, 'dialog[open] #endsOn', '2090-01-31');
    await press(document.body, 'dialog[open] [type=submit]');
    await until(() => shows(document.body, '“Uji Struk (salinan)”'), 'the copy');
    await press(document.body, 'a.stores');
    await press(document.body, '[data-remove=POS]');
    await press(document.body, 'dialog[open] .danger');
    await until(() => !inside(document.body, '[data-remove=POS]').length, 'the removal');
    await press(document.body, '.title-row .primary');
    await fill(document.body, 'dialog[open] #name', 'Uji Manifes');
    await fill(document.body, 'dialog[open] #startsOn', '2090-03-01');
    await fill(document.body, 'dialog[open] #endsOn', '2090-03-31');
    await press(document.body, 'dialog[open] [type=submit]');
    await until(() => shows(document.body, '“Uji Manifes”'), 'the new beta app');
  },
  'beta-store-picker': async () => {
    await choose('Uji Struk');
    await chooseBranch(document.body, 'Bandung 1');
    await press(document.body, '[data-position="5"] input');
    await press(document.body, '#save');
    await press(document.body, 'dialog[open] .primary');
    await until(() => shows(document.body, '1 ditambahkan'), 'the notification');
  },
  'beta-timeline': async () => {
    await press(document.body, '#export');
    await until(() => shows(document.body, 'disimpan ke berkas CSV'), 'the notification');
    // The page stays where it is.
    document.addEventListener('beta-app-opened', (event) => event.preventDefault(), { once: true });
    await press(document.body, '.row');
  },
  'beta-version-lookup': async () => {
    await press(document.body, '[name=moment][value=quarter]');
    await find(document.body, '[data-application]');
    const button = await find(document.body, '.copy');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => shows(document.body, 'berhasil disalin'), 'the notification');
  },
};

describe('the manifest of the elements', () => {
  afterEach(clearPage);

  it('has the elements that the package gives out, and no other', () => {
    const given = Object.entries(widgets).filter(
      ([, value]) => typeof value === 'function' && value.prototype instanceof HTMLElement,
    );
    expect(names(elements)).to.deep.equal(given.map(([name]) => name).sort());
    for (const { name, tagName } of elements) {
      expect(Object.fromEntries(given)[name]).to.equal(customElements.get(tagName));
    }
    expect(elements.map(({ tagName }) => tagName)).to.have.members([...tagNames]);
  });

  for (const tagName of tagNames) {
    describe(`of <${tagName}>`, () => {
      const Element = customElements.get(tagName) as typeof widgets.BetaAppEditor;

      it('has the attributes that it observes, and no other', () => {
        expect(names(described(tagName).attributes)).to.deep.equal(
          [...Element.observedAttributes].sort(),
        );
      });

      it('has the properties that can be set, and no other', () => {
        const settable = [...Element.elementProperties].filter(([, { state }]) => !state);
        expect(names(described(tagName).members)).to.deep.equal(
          settable.map(([name]) => String(name)).sort(),
        );
      });

      it('has the defaults of a new element', () => {
        const element = document.createElement(tagName) as unknown as Record<string, unknown>;
        for (const { name, default: value } of described(tagName).members) {
          const expected: unknown =
            value === undefined ? undefined : JSON.parse(value.replaceAll("'", '"'));
          expect(element[name], name).to.equal(expected);
        }
      });

      it('has the custom properties that its styles read, and no other', async () => {
        const element = await show(tagName);
        const read = readProperties(element).filter((name) => name.startsWith('--beta-'));
        expect(names(described(tagName).cssProperties)).to.deep.equal(read);
      });

      it('has the defaults that hold where the page sets nothing', async () => {
        const element = await show(tagName);
        const sheets = element.shadowRoot!.adoptedStyleSheets;
        const css = sheets.flatMap(({ cssRules }) => Array.from(cssRules, (rule) => rule.cssText));
        const text = css.join('\n').replace(/["'\s]+/gu, '');
        for (const { name, default: value = '' } of described(tagName).cssProperties) {
          expect(text).to.include(`var(${name},${value.replace(/["'\s]+/gu, '')})`);
        }
      });

      it('has the events that leave it, and no other', async () => {
        const element = await show(tagName);
        const fired = await firedBy(element, uses[tagName]);
        expect([...new Set(fired.map(({ type }) => type))].sort()).to.deep.equal(
          names(described(tagName).events),
        );
        for (const event of fired) {
          const { type, description } = described(tagName).events.find(
            ({ name }) => name === event.type,
          )!;
          expect(event.constructor.name).to.equal(type.text);
          expect(event.bubbles, `${event.type} bubbles`).to.equal(true);
          expect(event.composed, `${event.type} leaves shadow roots`).to.equal(true);
          expect(event.cancelable, `${event.type} can be cancelled`).to.equal(
            description!.includes('Cancel it'),
          );
          const { detail } = event as CustomEvent<object>;
          const told = events.find(({ name }) => name === type.text)!.members[0].type!.text;
          expect(Object.keys(detail).sort(), event.type).to.deep.equal(
            [...told.matchAll(/\w+(?=: )/gu)].map(([name]) => name).sort(),
          );
        }
      });
    });
  }
});
