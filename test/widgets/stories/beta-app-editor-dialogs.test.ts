import * as stories from '@beta-app/stories/elements/beta-app-editor-dialogs.stories';
import { expectStories } from './expect-stories.js';

expectStories('the dialogs of <beta-app-editor>', stories);
