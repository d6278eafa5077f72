import { type Sql } from 'postgres';
import { HistoryRows, tableNames } from './history-rows.js';
import { type HistoryGroup } from './history-steps.js';

/** What only the test keeps in rows. */
const kept = new Set(['starts', 'ends', 'owner']);

/** Empties the database and writes a group of histories straight into its tables, which only their owner may do. */
export async function fillHistories(owner: Sql, group: HistoryGroup): Promise<void> {
  const { rows } = new HistoryRows(group);
  await owner.begin(async (sql) => {
    await sql.unsafe(
      `truncate ${[...tableNames, 'registration_count', 'application_claim']
        .map((name) => `beta_app.${name}`)
        .join()}`,
    );
    for (const name of tableNames) {
      const [first] = rows[name];
      if (first === undefined) continue;
      // Not those that the database makes itself.
      const columns = Object.keys(first)
        .filter((key) => !kept.has(key))
        .join();
      await sql.unsafe(
        `insert into beta_app.${name} (${columns}) overriding system value
         select ${columns} from jsonb_populate_recordset(null::beta_app.${name}, $1::text::jsonb)`,
        [JSON.stringify(rows[name])],
      );
    }
    await sql`
      insert into beta_app.registration_count (beta_app_id, branch_id, registered)
      select registration.beta_app_id, state.branch_id, count(*)
      from beta_app.registration
      join beta_app.store_state as state
        on state.store_id = registration.store_id and state.until = 'infinity' and state.open
      group by 1, 2`;
    await sql`
      update beta_app.branch set open_stores = (
        select count(*) from beta_app.store_state as state
        where state.branch_id = branch.id and state.until = 'infinity' and state.open)`;
    await sql`
      with synced as (
        select id, row_number() over (order by at, id) as revision
        from beta_app.event where action = 'sync_directory')
      update beta_app.event set revision = synced.revision from synced where synced.id = event.id`;
    await sql`
      update beta_app.store_state set directory_revision = event.revision
      from beta_app.event where event.id = store_state.event_id`;
    await sql`
      update beta_app.directory set (revision, changed_at) = (
        select coalesce(max(revision), 0), coalesce(max(at), '-infinity')
        from beta_app.event where action = 'sync_directory')`;
  });
}
