-- Which stores a beta app has: reading some of them, and writing what joins and what leaves.

-- Those of these stores that are registered: one box costs one probe of the primary key, not the whole list.
create function registered_among(wanted integer, stores integer[]) returns integer[]
  language plpgsql stable as $$
begin
  if stores = '{}' then
    return stores;
  end if;
  return (
    select coalesce(array_agg(store_id), '{}')
    from registration where beta_app_id = wanted and store_id = any (stores));
end $$;

-- Those of these stores that aren't. For many the beta app's list is read and hashed once.
create function unregistered_among(wanted integer, stores integer[]) returns integer[]
  language plpgsql stable as $$
begin
  if is_few(cardinality(stores)) then
    return ids_without(stores, registered_among(wanted, stores));
  end if;
  return coalesce((
    select array_agg(id) from unnest(stores) as id
    where id not in (select store_id from registration where beta_app_id = wanted)), '{}');
end $$;

-- Stores among these that are closed.
create function closed_among(stores integer[]) returns integer[]
  language plpgsql stable as $$
begin
  if stores = '{}' then
    return stores;
  end if;
  return (
    select coalesce(array_agg(store_id), '{}') from store_state
    where store_id = any (stores) and until = 'infinity' and not open);
end $$;

-- What registering and withdrawing does to each branch's number of registered open stores.
create function branch_changes(wanted integer, added integer[], removed integer[]) returns jsonb
  language plpgsql stable as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'code', branch.code,
        'added', changed.added,
        'removed', changed.removed,
        'after', coalesce(counted.registered, 0) + changed.added - changed.removed_open)
        order by branch.code), '[]')
    from (
      select state.branch_id,
        count(*) filter (where moved.joins) as added,
        count(*) filter (where not moved.joins) as removed,
        count(*) filter (where not moved.joins and state.open) as removed_open
      from (
        select unnest(added) as store_id, true as joins
        union all
        select unnest(removed), false) as moved
      join store_state as state on state.store_id = moved.store_id and state.until = 'infinity'
      group by state.branch_id) as changed
    join branch on branch.id = changed.branch_id
    left join registration_count as counted
      on counted.beta_app_id = wanted and counted.branch_id = changed.branch_id);
end $$;

-- Writes what a save decided, at a moment that is `recording_time` by default. `moved` is told in the event besides the
-- numbers: where the stores came from, or went.
create function write_registrations(
  actor jsonb, wanted integer, added integer[], removed integer[], by_branch jsonb,
  recorded_at timestamptz default null, moved jsonb default '{}'
) returns void
  language plpgsql as $$
declare
  v_at timestamptz := coalesce(recorded_at, recording_time(wanted));
  v_event bigint := record_event(actor, v_at, 'save_stores', wanted, false, null, jsonb_build_object(
    'added', cardinality(added), 'removed', cardinality(removed)) || moved);
begin
  if removed <> '{}' then
    -- `= any`, which probes the primary key: `in (select unnest())` on a table without statistics took
    -- seconds for 15,000 rows.
    with ended as (
      delete from registration
      where beta_app_id = wanted and store_id = any (removed)
      returning store_id, since, event_id)
    insert into registration_past (beta_app_id, store_id, since, until, event_id, end_event_id)
      select wanted, store_id, since, v_at, event_id, v_event from ended;
  end if;
  if added <> '{}' then
    insert into registration (beta_app_id, store_id, since, event_id)
      select wanted, store_id, v_at, v_event from unnest(added) as store_id;
  end if;
  insert into registration_count (beta_app_id, branch_id, registered)
    select wanted, branch.id, (change ->> 'after')::integer
    from jsonb_array_elements(by_branch) as change
    join branch on branch.code = change ->> 'code'
    order by branch.id
    on conflict (beta_app_id, branch_id) do update set registered = excluded.registered;
end $$;
