/** A text that a story shows: one for both languages, or one each. */
export type Shown = string | { id: string; en: string };

/** One state of an element, as Storybook shows it and as browser tests render it. */
export interface ElementStory {
  name?: string;
  render: (args: Record<string, string>) => HTMLElement;
  /** Brings the element into the state, once it stands in the page. */
  play?: (canvas: Canvas) => Promise<void>;
  args?: Record<string, string>;
  argTypes?: Record<string, object>;
  parameters: {
    /** What is seen when the state is reached: without it, an audit would audit nothing. */
    shows: Shown;
    /** Whether Storybook has a panel for it. */
    controls?: { disable: boolean };
  };
  globals?: { scheme?: 'light' | 'dark'; viewport?: { value: 'phone' } };
}

/** Where a story is rendered. */
export interface Canvas {
  canvasElement: HTMLElement;
}

/** A screen on which dialogs fill all of it. */
export const phone = { viewport: { value: 'phone' } } as const;
export const phoneSize = { width: 390, height: 844 };

/** The language of the page around a story. */
export function pageLanguage(): 'id' | 'en' {
  return document.documentElement.lang === 'en' ? 'en' : 'id';
}
