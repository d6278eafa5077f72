import * as stories from '@beta-app/stories/elements/history.stories';
import { expectStories } from './expect-stories.js';

expectStories('histories', stories);
