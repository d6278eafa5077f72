-- Writing master data that has been read and judged, and what the rows would close.

create function refused_row(line integer, code text, fault text) returns jsonb
  language sql immutable
  return jsonb_build_object('line', line, 'code', code,
    'field', split_part(fault, ':', 1), 'reason', split_part(fault, ':', 2));

create function codes_json(codes text[]) returns jsonb
  language sql immutable
  return coalesce((select to_jsonb(array_agg(code order by code collate "C"))
    from unnest(codes) as code), '[]');

create function write_branches(
  rows branch_row[], is_full boolean, recorded_at timestamptz, event_id bigint
) returns jsonb
  language plpgsql as $$
declare
  v_good branch_row[] := array(select row_ from unnest(rows) as row_ where (row_).fault is null);
  v_added text[];
  v_changed integer[];
begin
  with added as (
    insert into branch (code)
      select good.code from unnest(v_good) as good
      where good.code not in (select code from branch) order by good.line
      returning code)
  select coalesce(array_agg(code), '{}') into v_added from added;
  select coalesce(array_agg(branch.id), '{}') into v_changed
    from unnest(v_good) as good
    join branch on branch.code = good.code
    left join branch_state as state on state.branch_id = branch.id and state.until = 'infinity'
    where (good.name, good.time_zone) is distinct from (state.name, state.time_zone);
  update branch_state set until = recorded_at
    where branch_id = any (v_changed) and until = 'infinity';
  insert into branch_state (branch_id, name, time_zone, since, event_id)
    select branch.id, good.name, good.time_zone, recorded_at, write_branches.event_id
    from unnest(v_good) as good join branch on branch.code = good.code
    where branch.id = any (v_changed);
  return jsonb_build_object(
    'added', codes_json(v_added),
    'changed', codes_json(array(
      select code from branch where id = any (v_changed) and code <> all (v_added))),
    'missing', case when is_full then codes_json(array(
      select code from branch where code not in (
        select row_.code from unnest(rows) as row_ where row_.code is not null))) else '[]' end,
    'refused', coalesce((
      select jsonb_agg(refused_row(row_.line, row_.code, row_.fault) order by row_.line)
      from unnest(rows) as row_ where (row_).fault is not null), '[]'));
end $$;

-- The production version that the master data named last, which a promotion may have overtaken since: it is no news,
-- and takes the promoted version back only once the master data name another one.
create function synced_version(wanted integer) returns text
  language sql stable
  begin atomic
    select version from application_production
    where application_id = wanted and source = 'sync'
    order by since desc limit 1;
  end;

create function write_applications(
  rows application_row[], is_full boolean, recorded_at timestamptz, event_id bigint
) returns jsonb
  language plpgsql as $$
declare
  v_good application_row[] := array(select row_ from unnest(rows) as row_ where (row_).fault is null);
  v_added text[];
  v_changed text[];
  v_released integer[];
begin
  with added as (
    insert into application (code, name, description)
      select good.code, good.name, coalesce(good.description, '') from unnest(v_good) as good
      where good.code not in (select code from application) order by good.line
      returning code)
  select coalesce(array_agg(code), '{}') into v_added from added;
  -- A row without a description or a production version leaves what is known of them.
  with changed as (
    update application set name = good.name, description = coalesce(good.description, application.description)
      from unnest(v_good) as good
      where application.code = good.code
        and (application.name, application.description)
          is distinct from (good.name, coalesce(good.description, application.description))
      returning application.code)
  select coalesce(array_agg(code), '{}') into v_changed from changed;
  select coalesce(array_agg(application.id), '{}') into v_released
    from unnest(v_good) as good
    join application on application.code = good.code
    where good.production_version is not null
      and good.production_version is distinct from synced_version(application.id);
  update application_production set until = recorded_at
    where application_id = any (v_released) and until = 'infinity';
  insert into application_production (application_id, version, source, since, event_id)
    select application.id, good.production_version, 'sync', recorded_at, write_applications.event_id
    from unnest(v_good) as good join application on application.code = good.code
    where application.id = any (v_released);
  return jsonb_build_object(
    'added', codes_json(v_added),
    'changed', codes_json(array(
      select code from application
      where (id = any (v_released) or code = any (v_changed)) and code <> all (v_added))),
    'missing', case when is_full then codes_json(array(
      select code from application where code not in (
        select row_.code from unnest(rows) as row_ where row_.code is not null))) else '[]' end,
    'refused', coalesce((
      select jsonb_agg(refused_row(row_.line, row_.code, row_.fault) order by row_.line)
      from unnest(rows) as row_ where (row_).fault is not null), '[]'));
end $$;

-- The open stores that a full run doesn't name. A row that was refused still names its store. If a refused row
-- names none that can be read, nobody knows which store it meant, and none has vanished.
create function vanished_stores(rows store_row[]) returns integer[]
  language sql stable
  begin atomic
    select case
      when exists (select from unnest(rows) as row_ where row_.fault is not null and row_.code is null)
      then '{}'::integer[]
      else coalesce(array_agg(store.id), '{}')
    end
    from store
    join store_state as state on state.store_id = store.id and state.until = 'infinity'
    where state.open and store.code not in (
      select row_.code from unnest(rows) as row_ where row_.code is not null);
  end;

-- The open stores that rows say are closed.
create function stores_closed_by_rows(rows store_row[]) returns integer[]
  language sql stable
  begin atomic
    select coalesce(array_agg(store.id), '{}')
    from unnest(rows) as row_
    join store on store.code = row_.code
    join store_state as state on state.store_id = store.id and state.until = 'infinity'
    where row_.fault is null and not row_.open and state.open;
  end;

-- Keeps the numbers of registered open stores when stores move, close and reopen.
create function shift_registration_counts(
  stores integer[], branches integer[], shift integer
) returns void
  language sql volatile
  begin atomic
    -- Not in one upsert: the proposed row of a negative shift would fail the table's check on its own. What goes down has
    -- a number.
    insert into registration_count (beta_app_id, branch_id, registered)
      select distinct registration.beta_app_id, changed.branch_id, 0
      from unnest(stores, branches) as changed (store_id, branch_id)
      join registration on registration.store_id = changed.store_id
        and registration.beta_app_id in (select id from beta_app)
      where shift > 0
      on conflict (beta_app_id, branch_id) do nothing;
    update registration_count as counted
      set registered = counted.registered + shifted.stores * shift
      from (
        select registration.beta_app_id, changed.branch_id, count(*)::integer as stores
        from unnest(stores, branches) as changed (store_id, branch_id)
        join registration on registration.store_id = changed.store_id
          and registration.beta_app_id in (select id from beta_app)
        group by 1, 2) as shifted
      where counted.beta_app_id = shifted.beta_app_id and counted.branch_id = shifted.branch_id;
  end;

create function write_stores(
  rows store_row[], vanished integer[], is_full boolean, new_revision bigint,
  recorded_at timestamptz, event_id bigint
) returns jsonb
  language plpgsql as $$
declare
  v_good store_row[] := array(select row_ from unnest(rows) as row_ where (row_).fault is null);
  v_added text[];
  v_next store_state[];
  v_report jsonb;
begin
  with added as (
    insert into store (code)
      select good.code from unnest(v_good) as good
      where good.code not in (select code from store) order by good.line
      returning code)
  select coalesce(array_agg(code), '{}') into v_added from added;

  -- The states that differ from the current ones; a vanished store keeps all but being open.
  select coalesce(array_agg(next), '{}') into v_next
    from (
      select row(store.id, branch.id, good.name, good.open, fold(store.code || E'\n' || good.name),
          new_revision, recorded_at, 'infinity', write_stores.event_id)::store_state as next
        from unnest(v_good) as good
        join store on store.code = good.code
        join branch on branch.code = good.branch_code
        left join store_state as state on state.store_id = store.id and state.until = 'infinity'
        where (branch.id, good.name, good.open)
          is distinct from (state.branch_id, state.name, state.open)
      union all
      select row(state.store_id, state.branch_id, state.name, false, state.search_key,
          new_revision, recorded_at, 'infinity', write_stores.event_id)::store_state
        from store_state as state
        where state.store_id = any (vanished) and state.until = 'infinity') as differing;

  select jsonb_build_object(
      'added', codes_json(v_added),
      'changed', codes_json(array_agg(store.code) filter (where state.name <> next.name)),
      'moved', codes_json(array_agg(store.code) filter (where state.branch_id <> next.branch_id)),
      'closed', codes_json(array_agg(store.code) filter (where state.open and not next.open)),
      'reopened', codes_json(array_agg(store.code) filter (where not state.open and next.open)))
    into v_report
    from unnest(v_next) as next
    join store on store.id = next.store_id
    left join store_state as state on state.store_id = next.store_id and state.until = 'infinity';

  -- Out of the old branches first: a number that would pass below zero in between would be refused.
  perform shift_registration_counts(
      array_agg(state.store_id order by state.store_id),
      array_agg(state.branch_id order by state.store_id), -1)
    from unnest(v_next) as next
    join store_state as state on state.store_id = next.store_id and state.until = 'infinity'
    where state.open and (not next.open or state.branch_id <> next.branch_id);
  perform shift_registration_counts(
      array_agg(next.store_id order by next.store_id),
      array_agg(next.branch_id order by next.store_id), 1)
    from unnest(v_next) as next
    join store_state as state on state.store_id = next.store_id and state.until = 'infinity'
    where next.open and (not state.open or state.branch_id <> next.branch_id);

  update store_state set until = recorded_at
    where store_id = any (array(select next.store_id from unnest(v_next) as next))
      and until = 'infinity';
  insert into store_state select * from unnest(v_next);
  update branch set open_stores = counted.stores
    from (
      select branch.id, count(state.store_id) as stores
      from branch
      left join store_state as state
        on state.branch_id = branch.id and state.until = 'infinity' and state.open
      group by branch.id) as counted
    where counted.id = branch.id and counted.stores <> branch.open_stores;
  -- Autovacuum would get there in a minute, and until then lists of stores are planned for a few.
  if cardinality(v_next) > (select count(*) from store) / 10 then
    analyze store, store_state, branch;
  end if;
  return v_report || jsonb_build_object(
    'missing', case when is_full then codes_json(array(
      select code from store where id = any (vanished))) else '[]' end,
    'closuresWithheld', is_full and exists (
      select from unnest(rows) as row_ where (row_).fault is not null and row_.code is null),
    'refused', coalesce((
      select jsonb_agg(refused_row(row_.line, row_.code, row_.fault) order by row_.line)
      from unnest(rows) as row_ where (row_).fault is not null), '[]'));
end $$;
