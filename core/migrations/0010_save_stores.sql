-- Registering and withdrawing stores.

-- Who saved stores of a beta app since a revision, and how many.
create function other_saves(wanted integer, base_revision bigint) returns jsonb
  language sql stable
  begin atomic
    select coalesce(jsonb_agg(jsonb_build_object(
        'actor', person_json(actor_name, actor_nik),
        'at', moment_text(at),
        'stores', (after ->> 'added')::integer + (after ->> 'removed')::integer) order by revision), '[]')
    from event
    where beta_app_id = wanted and revision > base_revision and action = 'save_stores';
  end;

-- The stores that another save since the base revision set the opposite way, by that save.
create function store_clashes(
  wanted integer, base_revision bigint, added integer[], removed integer[]
) returns jsonb
  language sql stable
  begin atomic
    with others as materialized (
      select id, at, actor_name, actor_nik from event
      where beta_app_id = wanted and revision > base_revision and action = 'save_stores'
    ), clash as (
      select past.end_event_id as event_id, past.store_id
      from registration_past as past
      where past.beta_app_id = wanted and past.store_id = any (added)
        and past.end_event_id in (select id from others)
        and not exists (
          select from registration_past as later
          where later.beta_app_id = wanted and later.store_id = past.store_id
            and later.since > past.since)
      union all
      select current.event_id, current.store_id
      from registration as current
      where current.beta_app_id = wanted and current.store_id = any (removed)
        and current.event_id in (select id from others)
    )
    select coalesce(jsonb_agg(jsonb_build_object(
        'actor', person_json(others.actor_name, others.actor_nik),
        'at', moment_text(others.at),
        'stores', clashed.stores) order by others.id), '[]')
    from (
      select clash.event_id, jsonb_agg(store.code order by store.code) as stores
      from clash join store on store.id = clash.store_id
      group by clash.event_id) as clashed
    join others on others.id = clashed.event_id;
  end;

-- Those of these stores that are registered: one box costs one probe of the primary key, not the whole list.
create function registered_among(wanted integer, stores integer[]) returns integer[]
  language plpgsql stable as $$
begin
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

-- Locks a beta app and those that stores are moved out of, in the order of their ids.
create function lock_for_moves(wanted bigint, origins bigint[]) returns void
  language plpgsql as $$
begin
  perform from directory for share;
  perform from beta_app where id = any (origins || wanted) order by id for update;
end $$;

-- What moving comes to: the stores that are added, and that the other beta apps have. One that is over lets its stores go
-- by itself.
create function moves_to_make(moves jsonb, added integer[], zone text) returns jsonb
  language plpgsql volatile as $$
declare
  v_origin integer;
  v_stores integer[];
  v_moves jsonb := '{}';
begin
  for v_origin in select key::integer from jsonb_object_keys(moves) as key order by 1 loop
    v_stores := moved_from(v_origin, moves);
    v_stores := registered_among(v_origin, ids_without(v_stores, ids_without(v_stores, added)));
    if v_stores <> '{}' and (lock_beta_app(v_origin, zone)).refusal is null then
      v_moves := v_moves || jsonb_build_object(v_origin::text, v_stores);
    end if;
  end loop;
  return v_moves;
end $$;

-- Whether an actor may move stores from the other beta app to the wanted one: between their own, and out of those that the
-- host allows.
create function may_move(actor jsonb, allowed jsonb, wanted integer, other integer) returns boolean
  language sql stable
  begin atomic
    select allowed @> to_jsonb(other) or not exists (
      select from beta_app_state
      where beta_app_id in (wanted, other) and until = 'infinity'
        and owner_nik is distinct from actor ->> 'nik');
  end;

-- Refuses to move stores that others have a say in, with whom to ask.
create function check_moves(
  actor jsonb, allowed jsonb, wanted integer, moves jsonb
) returns jsonb
  language sql stable
  begin atomic
    select refusal('FORBIDDEN', jsonb_build_object('owner', person_json(state.owner_name, state.owner_nik)))
    from jsonb_object_keys(moves) as origin
    join beta_app_state as state
      on state.beta_app_id in (wanted, origin::integer) and state.until = 'infinity'
    where not may_move(actor, allowed, wanted, origin::integer)
      and state.owner_nik is distinct from actor ->> 'nik'
    order by state.beta_app_id = wanted, state.beta_app_id limit 1;
  end;

-- Conflicts, and of each whether the actor may move its stores over.
create function movable_conflicts(
  actor jsonb, allowed jsonb, wanted integer, conflicts jsonb
) returns jsonb
  language sql stable
  begin atomic
    select coalesce(jsonb_agg(conflict || jsonb_build_object(
        'movable', may_move(actor, allowed, wanted, (conflict #>> '{betaApp,id}')::integer))
        order by place), '[]')
    from jsonb_array_elements(conflicts) with ordinality as conflicts (conflict, place);
  end;

-- Takes stores out of the beta apps that they are moved from.
create function write_moves(
  actor jsonb, wanted integer, moves jsonb, moved_at timestamptz
) returns void
  language plpgsql as $$
declare
  v_origin integer;
  v_stores integer[];
begin
  for v_origin in select key::integer from jsonb_object_keys(moves) as key order by 1 loop
    v_stores := moved_from(v_origin, moves);
    perform write_registrations(actor, v_origin, '{}', v_stores,
      branch_changes(v_origin, '{}', v_stores), moved_at, jsonb_build_object('to', wanted));
  end loop;
end $$;

-- Whether the stores of a beta app run its versions now, by the zone of lists.
create function runs_now(state beta_app_state, zone text) returns boolean
  language sql volatile
  return beta_app_state_on(state.period, state.pause, state.closed, today_in(zone)) = 'active'
    or beta_app_state_on(state.period, state.pause, state.closed, today_in(zone)) = 'paused' and state.pause = 'keep';

-- The applications whose beta versions stores lose at once that move from one beta app to another.
create function lost_applications(origin beta_app_state, target beta_app_state, zone text) returns jsonb
  language plpgsql volatile as $$
begin
  if not runs_now(origin, zone) then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name) order by code), '[]')
    from application
    where id = any (applications_of(origin.beta_app_id))
      and not (runs_now(target, zone) and id = any (applications_of(target.beta_app_id))));
end $$;

-- Out of which beta apps how many stores were moved, or would be.
create function moved_stores(target beta_app_state, moves jsonb, zone text) returns jsonb
  language sql volatile
  begin atomic
    select coalesce(jsonb_agg(jsonb_build_object(
        'betaApp', beta_app_reference(state),
        'stores', jsonb_array_length(stores),
        'lost', lost_applications(state, target, zone)) order by state.beta_app_id), '[]')
    from jsonb_each(moves) as moved (origin, stores)
    join beta_app_state as state on state.beta_app_id = origin::integer and state.until = 'infinity';
  end;

create function save_stores(actor jsonb, input jsonb, zone text) returns jsonb
  language plpgsql as $$
declare
  v_locked record;
  v_id integer;
  v_dry_run boolean := coalesce((input ->> 'dryRun')::boolean, false);
  v_base bigint := (input ->> 'baseRevision')::bigint;
  v_revision bigint;
  v_refusal jsonb;
  v_change record;
  v_later integer;
  v_added integer[];
  v_removed integer[];
  v_closed integer[];
  v_writes boolean;
  v_others jsonb := '[]';
  v_clashes jsonb := '[]';
  v_conflicts jsonb := '[]';
  v_by_branch jsonb;
  v_origins bigint[];
  v_allowed jsonb := coalesce(input -> 'mayMoveFrom', '[]');
  v_moves jsonb := '{}';
  v_origin_counts jsonb := '{}';
  v_at timestamptz;
begin
  if jsonb_path_exists(input -> 'changes', '$[*].from') then
    v_origins := origins_of(input -> 'changes');
    perform lock_for_moves((input ->> 'id')::bigint, v_origins);
  end if;
  v_locked := lock_beta_app((input ->> 'id')::bigint, zone);
  if v_locked.refusal is not null then
    return v_locked.refusal;
  end if;
  v_id := (v_locked.app).id;
  v_revision := (v_locked.app).revision;
  if (v_base <= v_revision) is not true then
    return invalid_field('baseRevision', 'range');
  end if;
  if ((input ->> 'directoryRevision')::bigint <= v_locked.directory_revision) is not true then
    return invalid_field('directoryRevision', 'range');
  end if;
  v_later := (
    select min(position - 1) from jsonb_array_elements(input -> 'changes') with ordinality as given (change, position)
    where (change ->> 'asOf')::bigint > v_revision);
  if v_later is not null then
    return invalid_field(format('changes.%s.asOf', v_later), 'range');
  end if;
  v_change := read_store_changes(v_id, input -> 'changes', (input ->> 'directoryRevision')::bigint);
  if v_change.refusal_of_input is not null then
    return v_change.refusal_of_input;
  end if;
  if v_change.unknown <> '{}' and not v_dry_run then
    return refusal('STORES_UNKNOWN', jsonb_build_object('stores', v_change.unknown));
  end if;

  v_added := unregistered_among(v_id, v_change.wanted);
  v_removed := registered_among(v_id, v_change.unwanted);
  v_closed := closed_among(v_added);
  if v_closed <> '{}' then
    if not v_dry_run then
      return refusal('STORES_CLOSED', jsonb_build_object('stores', store_codes(v_closed)));
    end if;
    v_added := ids_without(v_added, v_closed);
  end if;

  if v_change.moves <> '{}' then
    v_moves := moves_to_make(v_change.moves, v_added, zone);
    v_refusal := check_moves(actor, v_allowed, v_id, v_moves);
    if v_refusal is not null then
      return v_refusal;
    end if;
  end if;

  if v_base < v_revision then
    v_others := other_saves(v_id, v_base);
    v_clashes := store_clashes(v_id, v_base, v_added, v_removed);
    if v_clashes <> '[]' and not v_dry_run then
      return refusal('STORES_CHANGED', jsonb_build_object('clashes', v_clashes));
    end if;
  end if;

  v_writes := not v_dry_run and (v_added <> '{}' or v_removed <> '{}');
  if v_writes then
    perform raise_claims(applications_of(variadic v_origins::integer[] || v_id));
  end if;
  if v_added <> '{}' and (v_locked.state).pause <> 'drop' then
    v_conflicts := coalesce(
      overlaps(v_id, applications_of(v_id), (v_locked.state).period, v_added, v_moves), '[]');
    if v_conflicts <> '[]' then
      v_conflicts := movable_conflicts(actor, v_allowed, v_id, v_conflicts);
    end if;
    if v_conflicts <> '[]' and not v_dry_run then
      return refusal('STORES_OVERLAP', jsonb_build_object('conflicts', v_conflicts));
    end if;
  end if;

  v_by_branch := branch_changes(v_id, v_added, v_removed);
  if v_writes then
    if v_moves <> '{}' then
      v_at := (
        select max(recording_time(id::integer)) from unnest(v_origins || v_id::bigint) as id);
      perform write_moves(actor, v_id, v_moves, v_at);
      v_origin_counts := jsonb_build_object('from', (
        select jsonb_object_agg(origin, jsonb_array_length(stores))
        from jsonb_each(v_moves) as moved (origin, stores)));
    end if;
    perform write_registrations(
      actor, v_id, v_added, v_removed, v_by_branch, v_at, v_origin_counts);
    v_revision := v_revision + 1;
  end if;
  return jsonb_build_object('ok', jsonb_build_object(
      'revision', v_revision,
      'added', cardinality(v_added),
      'removed', cardinality(v_removed),
      'byBranch', v_by_branch,
      'moved', case when v_moves = '{}' then '[]' else moved_stores(v_locked.state, v_moves, zone) end,
      'skipped', store_codes(v_change.skipped),
      'others', v_others)
    || case when v_dry_run then jsonb_build_object(
        'conflicts', v_conflicts,
        'clashes', v_clashes,
        'unknown', v_change.unknown,
        'closed', store_codes(v_closed))
      else '{}' end);
end $$;
