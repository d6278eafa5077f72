import { createCore } from '@beta-app/core';
import { makeBetaApp } from '../../core/support/beta-apps.js';
import { actor, type Company } from './company.js';

/** How much there is. */
export interface Size {
  stores: number;
  betaApps: number;
  /** How many registrations, of all beta apps together. */
  registrations: number;
}

/**
 * Fills a company with many stores and registrations at once, past all checks: what is measured is reading them. Each beta
 * app tests an application of its own in every so-and-so-many-th store.
 */
export async function fill(
  company: Company,
  { stores, betaApps, registrations }: Size,
): Promise<void> {
  const { owner } = company;
  const core = createCore({ sql: company.sql });
  const [{ last, event }] = await owner<[{ last: number; event: string }]>`
    select max(id) as last, (select max(id) from beta_app.event) as event from beta_app.store`;
  await owner`
    insert into beta_app.store (code)
    select 'M' || lpad(number::text, 7, '0') from generate_series(1, ${stores - last}) as number`;
  await owner`
    insert into beta_app.store_state (store_id, branch_id, name, open, search_key, directory_revision, since, event_id)
    select id, 1 + id % 32, 'Toko ' || id, true, lower(code), 1, now() - interval '1 year', ${event}::bigint
    from beta_app.store where id > ${last}`;
  await owner`update beta_app.store_state set since = now() - interval '1 year'`;
  const every = Math.max(1, Math.round((stores * betaApps) / registrations));
  for (let index = 0; index < betaApps; index += 1) {
    const applications = [`APP${String(index % 60)}`];
    // Where applications repeat, so would stores; then the period is another.
    const period: [number, number] = index < 60 ? [0, 30] : [100, 130];
    const { id } = await makeBetaApp(core, { applications, period, actor });
    await owner`
      insert into beta_app.registration (beta_app_id, store_id, since, event_id)
      select ${id}, store.id, now(), (select max(id) from beta_app.event where beta_app_id = ${id})
      from beta_app.store where (store.id + ${index}) % ${every} = 0`;
  }
  await company.settle();
}
