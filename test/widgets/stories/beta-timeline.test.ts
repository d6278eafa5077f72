import * as stories from '@beta-app/stories/elements/beta-timeline.stories';
import { expectStories } from './expect-stories.js';

expectStories('<beta-timeline>', stories);
