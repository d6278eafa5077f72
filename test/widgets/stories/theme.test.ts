import { fill, inside, press, until } from '@beta-app/stories/elements/support/find';
import { themePage } from '@beta-app/stories/theme/theme-page';
import * as stories from '@beta-app/stories/theme/theme.stories';
import { expect } from 'chai';
import { clearPage } from '../support/editor.js';
import { expectStories } from './expect-stories.js';

expectStories('the theme page', stories);

describe('the theme page', () => {
  afterEach(clearPage);

  const background = () => {
    const [button] = inside(document.body, '.title-row .primary');
    return button && getComputedStyle(button).backgroundColor;
  };

  it('changes a property at once, says how a page does it, and takes it back', async () => {
    document.body.append(themePage());
    const before = await until(background, 'the main action');
    await fill(document.body, 'input[id="--beta-primary"]', '#006b3f');
    await until(() => background() === 'rgb(0, 107, 63)', 'the colour');
    expect(inside(document.body, 'pre')[0]!.innerText).to.include('--beta-primary: #006b3f;');
    await press(document.body, '.btn');
    await until(() => background() === before, 'the former colour');
  });

  it('changes what the elements follow of Bootstrap', async () => {
    document.body.append(themePage());
    await fill(document.body, 'input[id="--bs-primary"]', '#006b3f');
    await until(() => background() === 'rgb(0, 107, 63)', 'the colour');
  });
});
