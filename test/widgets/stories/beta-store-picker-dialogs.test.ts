import * as stories from '@beta-app/stories/elements/beta-store-picker-dialogs.stories';
import { expectStories } from './expect-stories.js';

expectStories('the dialogs of <beta-store-picker>', stories);
