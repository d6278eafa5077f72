import { inside, press, until } from '@beta-app/stories/elements/support/find';
import { expect } from 'chai';
import { clearPage } from '../support/editor.js';
import { type BetaStorePicker } from '@beta-app/widgets';
import { type Scene, setScene } from '../support/scene.js';
import { focused } from '../support/screen.js';
import '@beta-app/widgets/define';

const textOf = (element: Element | null | undefined) =>
  element?.textContent.replace(/\s+/gu, ' ').trim() ?? '';

/** Opens a picker by the address that the editor's count of stores leads to. */
async function openRegistered(scene: Scene): Promise<HTMLElement> {
  history.replaceState(null, '', `${location.pathname}?beta-app=1&cabang=*&tampil=registered`);
  const picker = document.createElement('beta-store-picker');
  picker.client = scene.client;
  picker.lang = 'id';
  picker.style.width = '1000px';
  document.body.append(picker);
  await until(() => rows().length === 6, 'the registered stores');
  return picker;
}

const rows = () => inside(document.body, '[data-position]');
const branches = () => inside(document.body, '.by-branch [data-branch]').map(textOf);

describe('all registered stores of a beta app', () => {
  const { pathname } = location;
  afterEach(() => {
    clearPage();
    history.replaceState(null, '', pathname);
  });

  it('are listed by address with their branch, and with counts per branch', async () => {
    await openRegistered(setScene());
    expect(branches()).to.deep.equal(['Bandung 1 3 dari 30 toko', 'Medan 3 dari 30 toko']);
    expect(textOf(inside(document.body, '#by-branch')[0])).to.equal('Toko per cabang (2)');
    expect(textOf(rows()[0])).to.contain('Bandung 1');
    expect(textOf(rows()[5])).to.contain('Medan');
  });

  it('lead to those of one branch, and the focus goes along', async () => {
    await openRegistered(setScene());
    await press(document.body, '.by-branch [data-branch=B2] button');
    await until(() => rows().length === 3, 'the stores of Medan');
    expect(branches()).to.deep.equal([]);
    expect((focused() as HTMLInputElement).value).to.equal('Medan');
    expect(location.search).to.equal('?beta-app=1&cabang=B2&tampil=registered');
    await press(document.body, '[name=filter][value=all]');
    expect(location.search).to.equal('?beta-app=1&cabang=B2');
  });

  it('are not counted by what another beta app has in each branch', async () => {
    const { client, ...scene } = setScene();
    const picker = (await openRegistered({ client, ...scene })) as BetaStorePicker;
    const release = client.hold('listBranches');
    picker.betaAppId = 2;
    await until(() => picker.chosen.current?.id === 2 && rows().length === 0, 'the other one');
    expect(branches()).to.deep.equal([]);
    await press(document.body, '#branch');
    const counts = () => inside(document.body, '[role=option] .below').map(textOf);
    expect(counts()).to.deep.equal(['', '', '']);
    release();
    await until(() => counts()[1] === '0 dari 30 toko', 'its own counts');
  });

  it('are there to be seen of a beta app that was cancelled', async () => {
    const scene = setScene();
    const { detailsRevision } = await scene.client.getBetaApp({ id: 1 });
    await scene.client.cancelBetaApp({ id: 1, detailsRevision });
    const picker = await openRegistered(scene);
    expect(branches()).to.have.length(2);
    expect(inside(picker, '#export')).to.have.length(1);
    expect(inside(picker, '#save')).to.have.length(0);
  });
});
