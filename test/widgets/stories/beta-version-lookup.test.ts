import * as stories from '@beta-app/stories/elements/beta-version-lookup.stories';
import { expectStories } from './expect-stories.js';

expectStories('<beta-version-lookup>', stories);
