import { html, nothing, render, type TemplateResult } from 'lit';
import { mount } from '../elements/support/mount.js';
import { describeProperties, type ThemeProperty } from './describe-properties.js';

/** The elements beside all properties of the page that they read, each of which can be changed live. */
export function themePage(): HTMLElement {
  const page = document.createElement('div');
  page.className = 'row g-4';
  const elements = preview();
  const panel = document.createElement('div');
  panel.className = 'col-lg-5';
  panel.lang = 'en';
  page.append(elements.column, panel);

  const values = new Map<string, string>();
  const set = (name: string, value: string) => {
    if (value === '') values.delete(name);
    else values.set(name, value);
    elements.box.style.setProperty(name, value === '' ? null : value);
    show();
  };
  const reset = () => {
    for (const name of values.keys()) elements.box.style.removeProperty(name);
    values.clear();
    show();
  };
  const show = () => {
    const properties = describeProperties(elements.box);
    render(panelTemplate({ properties, values, set, reset }), panel);
  };
  // The elements bring their styles with what they have rendered.
  setTimeout(show);
  return page;
}

/** Both elements, in the box that the properties are set on. */
function preview(): { column: HTMLElement; box: HTMLElement } {
  const box = document.createElement('div');
  box.className = 'bg-body text-body';
  for (const tagName of ['beta-app-editor', 'beta-store-picker'] as const) {
    const element = mount(tagName, { shown: 'active' });
    element.classList.add('mb-5');
    box.append(element);
  }
  const column = document.createElement('div');
  column.className = 'col-lg-7 theme-preview';
  const style = document.createElement('style');
  // What changes stays in sight while the list of properties is scrolled.
  style.textContent = `@media (min-width: 992px) {
    .theme-preview { position: sticky; top: 0; max-height: 100vh; overflow: auto; }
  }`;
  column.append(style, box);
  return { column, box };
}

interface Panel {
  properties: readonly ThemeProperty[];
  values: ReadonlyMap<string, string>;
  /** Sets a property; an empty text takes it back. */
  set: (name: string, value: string) => void;
  reset: () => void;
}

function panelTemplate(panel: Panel): TemplateResult {
  const { properties, values, reset } = panel;
  const of = (prefix: string) => properties.filter(({ name }) => name.startsWith(prefix));
  const rule = [...values].map(([name, value]) => `  ${name}: ${value};\n`).join('');
  return html`<h1 class="h4">Theme</h1>
    <p>
      What the elements read from the page. Change a value to see it at once, and copy the rule into
      the page’s styles.
    </p>
    <pre class="border rounded p-2" tabindex="0" aria-label="Rule"><code>:root {
${rule}}</code></pre>
    <button type="button" class="btn btn-sm border text-body mb-4" @click=${reset}>Reset</button>
    <h2 class="h5">Their own properties</h2>
    ${of('--beta-').map((property) => field(property, panel))}
    <h2 class="h5 mt-4">Bootstrap’s, which they follow</h2>
    ${of('--bs-').map((property) => field(property, panel))}`;
}

function field(property: ThemeProperty, { values, set }: Panel): TemplateResult {
  const { name, description, initial, colour } = property;
  const onInput = ({ target }: Event) => set(name, (target as HTMLInputElement).value.trim());
  return html`<div class="mb-3">
    <label class="d-block" for=${name}><code>${name}</code></label>
    ${description === '' ? nothing : html`<div class="form-text mt-0">${description}</div>`}
    <div class="input-group input-group-sm flex-nowrap mt-1">
      ${
        colour === undefined
          ? nothing
          : html`<input
              type="color"
              class="form-control form-control-color flex-shrink-0"
              style="max-width: 3rem"
              aria-label="${name}, to choose"
              .value=${colour}
              @input=${onInput}
            />`
      }
      <input
        id=${name}
        class="form-control font-monospace"
        autocomplete="off"
        spellcheck="false"
        placeholder=${initial}
        .value=${values.get(name) ?? ''}
        @input=${onInput}
      />
    </div>
  </div>`;
}
