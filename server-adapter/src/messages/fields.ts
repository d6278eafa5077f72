import { type FieldName } from './dictionary.js';

const names: Readonly<Record<string, FieldName>> = {
  name: 'name',
  startsOn: 'startsOn',
  endsOn: 'endsOn',
  owner: 'owner',
  nik: 'nik',
  application: 'application',
  applicationCode: 'application',
  code: 'application',
  version: 'version',
  notes: 'notes',
  branch: 'branch',
  store: 'store',
  codes: 'store',
  except: 'store',
  withdraw: 'store',
  id: 'betaApp',
  betaApp: 'betaApp',
  state: 'state',
  q: 'search',
  at: 'moment',
  changes: 'changes',
  actor: 'actor',
  action: 'action',
  from: 'from',
  to: 'to',
  event: 'event',
  body: 'body',
};

/** Finds what people call the field at a path such as `startsOn` or `changes.0.codes.3`. */
export function fieldAt(path: string): FieldName | undefined {
  const parts = path.split('.').filter((part) => !/^\d+$/u.test(part));
  if (parts[0] === 'owner' && parts[1] === 'name') return 'owner';
  if (parts[0] === 'changes' && parts[1] === 'from') return 'betaApp';
  const last = parts.at(-1);
  return last !== undefined && Object.hasOwn(names, last) ? names[last] : undefined;
}
