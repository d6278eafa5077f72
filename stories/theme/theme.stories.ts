import { type ElementStory } from '../elements/support/element-story.js';
import { themePage } from './theme-page.js';

export default { title: 'Theme', tags: ['!autodocs'] };

export const Properties: ElementStory = {
  render: themePage,
  parameters: { shows: '--beta-picker-border-color', controls: { disable: true } },
};
