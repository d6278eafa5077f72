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

export const ways = [withMouse, byKeyboard];
