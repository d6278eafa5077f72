import * as stories from '@beta-app/stories/elements/beta-app-editor-life-cycle.stories';
import { expectStories } from './expect-stories.js';

expectStories('the life cycle in <beta-app-editor>', stories);
