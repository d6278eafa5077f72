/** A text that a story shows: one for both languages, or one each. */
export type Shown = string | { id: string; en: string };

/** One state of an element, as Storybook shows it and as browser tests render it. */
export interface ElementStory {
  name?: string;
  render: (args: Record<string, string>) => HTMLElement;
  /** Brings the element into the state, once it stands in the page. */
  play?: (context: { canvasElement: HTMLElement }) => Promise<void>;
  args?: Record<string, string>;
  argTypes?: Record<string, object>;
  parameters: {
    /** What is seen when the state is reached: without it, an audit would audit nothing. */
    shows: Shown;
  };
  globals?: { scheme: 'light' | 'dark' };
}

/** The language of the page around a story. */
export function pageLanguage(): 'id' | 'en' {
  return document.documentElement.lang === 'en' ? 'en' : 'id';
}
