import * as stories from '@beta-app/stories/elements/beta-app-editor.stories';
import { expectStories } from './expect-stories.js';

expectStories('<beta-app-editor>', stories);
