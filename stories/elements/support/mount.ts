import {
  type BetaAppEditor,
  type BetaStorePicker,
  type BetaTimeline,
  type BetaVersionLookup,
  type TimelineZoom,
} from '@beta-app/widgets';
import '@beta-app/widgets/define';
import { createSample, type Sample } from '../../fake/sample.js';
import { pageLanguage } from './element-story.js';

interface MountOptions {
  /** Which beta app is chosen; none by default. */
  shown?: keyof Sample['ids'] | 'unknown';
  storesPerBranch?: number;
  /** Whether the directory has long names, too. */
  longWords?: boolean;
  /** The width of the box around the element, where the window has room for it. */
  width?: string;
  /** Prepares what the client does, before the element calls it. */
  prepare?: (sample: Sample) => void;
}

const samples = new WeakMap<HTMLElement, Sample>();

/** The server behind the element in a story, and its clients. */
export function sampleOf(canvas: HTMLElement): Sample {
  const element = canvas.querySelector<HTMLElement>(
    'beta-app-editor, beta-store-picker, beta-timeline, beta-version-lookup',
  );
  const sample = element === null ? undefined : samples.get(element);
  if (sample === undefined) throw new Error('There is no element with a sample in this story.');
  return sample;
}

/** Makes a page element that answers from memory, in a box of its own. */
export function mount(
  tagName: 'beta-app-editor' | 'beta-store-picker',
  options: MountOptions = {},
): HTMLElement {
  const { shown } = options;
  const element = document.createElement(tagName);
  const { box, sample } = place(element, options);
  if (shown !== undefined) element.betaAppId = shown === 'unknown' ? 404 : sample.ids[shown];
  return box;
}

interface MountLookupOptions extends Omit<MountOptions, 'shown'> {
  /** The code of the store that is looked up. */
  store?: string;
  /** The moment that is asked about, in ISO 8601 with its offset. */
  at?: string;
  /** The application and the version whose stores are listed. */
  application?: string;
  version?: string;
}

/** Makes a version lookup that answers from memory, in a box of its own. */
export function mountLookup(options: MountLookupOptions = {}): HTMLElement {
  const element = document.createElement('beta-version-lookup');
  element.store = options.store;
  element.at = options.at;
  element.application = options.application;
  element.version = options.version;
  element.betaAppUrl = '/beta-app';
  return place(element, options).box;
}

interface MountTimelineOptions extends Omit<MountOptions, 'shown'> {
  /** The code of the application that is shown. */
  application?: string;
  zoom?: TimelineZoom;
}

/** Makes a timeline that answers from memory, in a box of its own. */
export function mountTimeline(options: MountTimelineOptions = {}): HTMLElement {
  const element = document.createElement('beta-timeline');
  element.application = options.application;
  element.zoom = options.zoom ?? 'quarter';
  element.betaAppUrl = '/beta-app';
  return place(element, options).box;
}

function place(
  element: BetaAppEditor | BetaStorePicker | BetaTimeline | BetaVersionLookup,
  { storesPerBranch = 60, longWords = false, width, prepare }: MountOptions,
): { box: HTMLElement; sample: Sample } {
  const sample = createSample({ storesPerBranch, longWords, lang: pageLanguage() });
  prepare?.(sample);
  samples.set(element, sample);
  element.client = sample.client;
  element.noUrl = true;
  const box = document.createElement('div');
  if (width !== undefined) box.style.maxWidth = width;
  box.append(element);
  return { box, sample };
}
