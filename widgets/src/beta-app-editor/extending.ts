import { type ExtendValues } from './extend-form.js';
import { type FormWrite } from './saving-form.js';

/** Gives a beta app a later last day. */
export const extending: FormWrite<ExtendValues> = {
  action: 'update',
  valuesOf: ({ endsOn }) => ({ now: endsOn, endsOn: '' }),
  send: (client, { now: _, ...input }, options) => client.updateBetaApp(input, options),
  done: ({ name, endsOn }, { words, format }) => ({
    code: 'ok.extended',
    message: words.lifeCycle.ok.extended(name, format.date(endsOn)),
  }),
};
