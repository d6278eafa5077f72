import { timeOf } from '../harness/rounds.js';
import { type Company } from './company.js';
import { serviceRole } from '../../support/roles.js';

/** The limit: what PostgreSQL needs to write the rows of a save and nothing else. */
export interface PlainTable {
  /** Inserts rows that aren't there yet, in one statement, and tells the milliseconds. */
  insert(rows: number): Promise<number>;
}

/** Makes a table like that of the registrations, which the company's own connection writes. */
export async function openPlainTable({ owner, sql }: Company): Promise<PlainTable> {
  await owner`create schema plain`;
  await owner`create table plain.registration (
    beta_app_id integer not null, store_id integer not null,
    since timestamptz not null, event_id bigint not null,
    primary key (beta_app_id, store_id))`;
  await owner`grant usage on schema plain to ${owner(serviceRole)}`;
  await owner`grant insert on plain.registration to ${owner(serviceRole)}`;
  let group = 0;
  return {
    insert: (rows) => {
      group += 1;
      const ids = `{${Array.from({ length: rows }, (_, index) => index + 1).join(',')}}`;
      return timeOf(
        () => sql`insert into plain.registration (beta_app_id, store_id, since, event_id)
          select ${group}, store_id, now(), 1 from unnest(${ids}::text::integer[]) as store_id`,
      );
    },
  };
}
