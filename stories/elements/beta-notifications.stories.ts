import '@beta-app/widgets/define';
import { longName, longWord } from '../fake/long-words.js';
import { type ElementStory, pageLanguage, phone } from './support/element-story.js';

export default {
  title: 'Elements/notifications',
  parameters: {
    docs: {
      description: {
        component:
          'What the elements tell at the top of the screen, unless the page cancels `beta-notify` to tell it itself. They stand at the end of the page, and follow the properties that are set on `:root`.',
      },
      controls: { exclude: /./u },
      story: { inline: false, height: '260px' },
    },
  },
};

type Kind = 'success' | 'information' | 'warning' | 'error';

const texts = {
  success: {
    id: 'Pembuatan beta-app “Uji Kasir” berhasil.',
    en: 'Beta app “Uji Kasir” was created.',
  },
  information: {
    id: 'Anda belum melakukan perubahan pada daftar toko.',
    en: "You haven't changed the list of stores yet.",
  },
  warning: {
    id: 'Masih ada isian yang belum terisi: Versi beta.',
    en: 'Some fields are not filled in: Beta version.',
  },
  error: {
    id: 'Terjadi kesalahan! Server tidak dapat dihubungi. Isian Anda tidak hilang.',
    en: "Something went wrong! The server can't be reached. Your input is not lost.",
  },
} as const;

/** They go after a while, unless somebody points at them. */
async function stay(place: HTMLElementTagNameMap['beta-notifications']): Promise<void> {
  await place.updateComplete;
  place.renderRoot.querySelector('.stack')?.dispatchEvent(new PointerEvent('pointerenter'));
}

/** Notifications at the top of the screen, as the elements show them. */
const story = (kinds: readonly [Kind, ...Kind[]]): ElementStory => ({
  render: () => {
    const place = document.createElement('beta-notifications');
    for (const kind of kinds) {
      const message = texts[kind][pageLanguage()];
      const retry = kind === 'error' ? { retry: () => undefined } : {};
      place.show({ kind, message, code: kind, ...retry });
    }
    void stay(place);
    return place;
  },
  parameters: { shows: texts[kinds[0]] },
});

export const Success = story(['success']);
export const Information = story(['information']);
export const Warning = story(['warning']);
export const Failure = story(['error']);
export const ThreeAtOnce = story(['error', 'warning', 'success']);

export const LongWords: ElementStory = {
  render: () => {
    const place = document.createElement('beta-notifications');
    place.show({
      kind: 'error',
      message: `“${longWord}${longWord}” ${longName}`,
      code: 'error.long',
      retry: () => undefined,
    });
    return place;
  },
  parameters: { shows: longWord },
};

export const OnPhone: ElementStory = { ...ThreeAtOnce, globals: phone };
export const Dark: ElementStory = { ...ThreeAtOnce, globals: { scheme: 'dark' } };
