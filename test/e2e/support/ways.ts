import { type Hand, keyboard, mouse } from './hands.js';
import { type Words, words } from './words.js';

/** A way of using the pages: every row works in all of them. */
export interface Way {
  title: string;
  hand: Hand;
  words: Words;
}

export const withMouse: Way = {
  title: 'dengan tetikus',
  hand: mouse,
  words: words.id,
};

const byKeyboard: Way = {
  title: 'by keyboard alone, in English',
  hand: keyboard,
  words: words.en,
};

/** TEST_WAYS=mouse leaves the keyboard out, to save time. */
export const ways = process.env['TEST_WAYS'] === 'mouse' ? [withMouse] : [withMouse, byKeyboard];
