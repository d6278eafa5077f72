import { type FormWrite } from './saving-form.js';
import { type PauseValues } from './pause-form.js';

/** Pauses a beta app, or changes what its pause does with the stores. */
export const pausing: FormWrite<PauseValues> = {
  action: 'pause',
  valuesOf: ({ pause }) => ({ stores: pause === 'none' ? 'keep' : pause }),
  send: (client, input, options) => client.pauseBetaApp(input, options),
  done: ({ name, pause }, { words: { lifeCycle } }) =>
    pause === 'drop'
      ? { code: 'ok.paused', message: lifeCycle.ok.pausedDrop(name) }
      : { code: 'ok.paused', message: lifeCycle.ok.pausedKeep(name) },
};
