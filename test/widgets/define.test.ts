import { BetaAppEditor } from '@beta-app/widgets';
import { expect } from 'chai';

const script = new URL('../../widgets/src/define.ts', import.meta.url).href;

describe('The script that registers the elements', () => {
  it('may stand in a page twice: the first one stays', async () => {
    await import(`${script}?first`);
    expect(customElements.get('beta-app-editor')).to.equal(BetaAppEditor);
    await import(`${script}?second`);
    expect(customElements.get('beta-app-editor')).to.equal(BetaAppEditor);
  });
});
