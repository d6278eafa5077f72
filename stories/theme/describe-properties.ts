import manifest from 'virtual:elements-manifest';
import { readProperties } from './read-properties.js';

/** A property of the page that the elements read. */
export interface ThemeProperty {
  name: string;
  /** What it is for; empty where the elements follow Bootstrap's. */
  description: string;
  /** What holds while the theme page sets nothing. */
  initial: string;
  /** What is seen now, if it is a colour, as `#rrggbb`. */
  colour: string | undefined;
}

interface Described {
  description?: string;
  default?: string;
}

const described = new Map<string, Described>(
  manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap((each) => ('cssProperties' in each ? (each.cssProperties as Named[]) : []))
    .map((property) => [property.name, property]),
);

type Named = Described & { name: string };

/** All properties that the elements in a box read there, the elements' own in the order of the manifest. */
export function describeProperties(box: HTMLElement): ThemeProperty[] {
  const order = [...described.keys()];
  const elements = box.querySelectorAll('beta-app-editor, beta-store-picker');
  const names = new Set(Array.from(elements).flatMap(readProperties));
  return [...names]
    .sort((one, other) => order.indexOf(one) - order.indexOf(other))
    .map((name) => {
      const { description = '', default: value } = described.get(name) ?? {};
      const initial = value ?? getComputedStyle(document.body).getPropertyValue(name);
      return { name, description, initial, colour: colourOf(`var(${name}, ${initial})`, box) };
    });
}

/** A colour that no page has. */
const notFound = 'rgb(1, 254, 3)';

/** What a value comes to as a colour in a place, or undefined if it is none. */
function colourOf(value: string, place: HTMLElement): string | undefined {
  const probe = document.createElement('span');
  probe.style.color = notFound;
  // Whatever isn't a colour leaves the line as it is by default, in the colour of the text.
  probe.style.outlineColor = value;
  place.append(probe);
  const computed = getComputedStyle(probe).outlineColor;
  probe.remove();
  const found = /^rgba?\((\d+), (\d+), (\d+)/u.exec(computed);
  if (found === null || computed === notFound) return undefined;
  const parts = found.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, '0'));
  return `#${parts.join('')}`;
}
