import * as stories from '@beta-app/stories/elements/beta-store-picker-lists.stories';
import { expectStories } from './expect-stories.js';

expectStories('the lists of <beta-store-picker>', stories);
