import * as stories from '@beta-app/stories/elements/beta-notifications.stories';
import { expectStories } from './expect-stories.js';

expectStories('<beta-notifications>', stories);
