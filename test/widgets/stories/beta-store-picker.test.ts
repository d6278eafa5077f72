import * as stories from '@beta-app/stories/elements/beta-store-picker.stories';
import { expectStories } from './expect-stories.js';

expectStories('<beta-store-picker>', stories);
