-- Registering and withdrawing stores.

-- Ids without others. `not in (select unnest())` hashes the right side once; `<> all` would compare each with
-- each. A few are taken out one by one, which costs next to nothing.
create function ids_without(ids integer[], others integer[]) returns integer[]
  language plpgsql immutable as $$
declare
  v_id integer;
begin
  if cardinality(others) <= 10 then
    foreach v_id in array others loop
      ids := array_remove(ids, v_id);
    end loop;
    return ids;
  end if;
  return coalesce(
    (select array_agg(id) from unnest(ids) as id where id not in (select unnest(others))), '{}');
end $$;

-- Ids of the stores with these codes, each once.
create function store_ids(codes jsonb) returns integer[]
  language plpgsql stable as $$
begin
  return (
    select coalesce(array_agg(id), '{}') from store
    where code = any (array(select jsonb_array_elements_text(codes))));
end $$;

-- Codes that no store has.
create function unknown_stores(codes jsonb) returns text[]
  language sql stable
  begin atomic
    select coalesce(array_agg(distinct named.code), '{}')
    from jsonb_array_elements_text(codes) as named (code)
    where named.code collate "C" not in (select code from store);
  end;

-- The open stores that match a filter, and those among them that didn't when the directory had that revision:
-- a person who chose "all of these" hadn't seen them.
create function select_stores(
  filter jsonb, known_revision bigint, out chosen integer[], out newcomers integer[]
)
  language plpgsql stable as $$
declare
  v_branch integer;
  v_patterns text[] := word_patterns(filter -> 'words');
begin
  select id into v_branch from branch where code = filter ->> 'branch';
  select
    coalesce(array_agg(now.store_id) filter (where now.directory_revision <= known_revision or known), '{}'),
    coalesce(array_agg(now.store_id) filter (where now.directory_revision > known_revision and not known), '{}')
    into chosen, newcomers
    from store_state as now
    cross join lateral (
      select now.directory_revision > known_revision and coalesce((
        select past.open and (filter ->> 'branch' is null or past.branch_id = v_branch)
          and contains_words(past.search_key, v_patterns)
        from store_state as past
        where past.store_id = now.store_id and past.directory_revision <= known_revision
        order by past.since desc limit 1), false) as known) as earlier
    where now.until = 'infinity' and now.open
      and (filter ->> 'branch' is null or now.branch_id = v_branch)
      and contains_words(now.search_key, v_patterns);
end $$;

-- What the changes of a save add up to, later entries winning over earlier ones.
create function read_store_changes(
  changes jsonb, known_revision bigint,
  out wanted integer[], out unwanted integer[], out skipped integer[], out unknown text[],
  out refusal_of_input jsonb
)
  language plpgsql stable as $$
declare
  v_change jsonb;
  v_index integer := 0;
  v_named integer[];
  v_newcomers integer[];
begin
  wanted := '{}';
  unwanted := '{}';
  skipped := '{}';
  unknown := '{}';
  for v_change in select * from jsonb_array_elements(changes) loop
    if v_change ? 'codes' then
      v_named := store_ids(v_change -> 'codes');
      if cardinality(v_named) < jsonb_array_length(v_change -> 'codes') then
        unknown := unknown || unknown_stores(v_change -> 'codes');
      end if;
    else
      if v_change #> '{select,branch}' is not null
        and not exists (select from branch where code = v_change #>> '{select,branch}') then
        refusal_of_input := invalid_field(format('changes.%s.select.branch', v_index), 'unknown');
        return;
      end if;
      select * into v_named, v_newcomers from select_stores(v_change -> 'select', known_revision);
      if v_change ? 'except' then
        v_named := ids_without(v_named, store_ids(v_change -> 'except'));
        v_newcomers := ids_without(v_newcomers, store_ids(v_change -> 'except'));
        unknown := unknown || unknown_stores(v_change -> 'except');
      end if;
      skipped := skipped || v_newcomers;
    end if;
    if (v_change ->> 'registered')::boolean then
      unwanted := case when unwanted = '{}' then '{}' else ids_without(unwanted, v_named) end;
      wanted := case when wanted = '{}' then v_named else ids_without(wanted, v_named) || v_named end;
    else
      wanted := case when wanted = '{}' then '{}' else ids_without(wanted, v_named) end;
      unwanted := case
        when unwanted = '{}' then v_named else ids_without(unwanted, v_named) || v_named end;
    end if;
    v_index := v_index + 1;
  end loop;
  if skipped <> '{}' then
    skipped := ids_without(ids_without(skipped, wanted), unwanted);
  end if;
  if unknown <> '{}' then
    unknown := array(select distinct named.code from unnest(unknown) as named (code) order by named.code);
  end if;
end $$;

-- Whether changes name few stores, whatever there is.
create function are_few(changes jsonb) returns boolean
  language plpgsql immutable as $$
declare
  v_change jsonb;
  v_named integer := 0;
begin
  for v_change in select * from jsonb_array_elements(changes) loop
    if not v_change ? 'codes' then
      return false;
    end if;
    v_named := v_named + jsonb_array_length(v_change -> 'codes');
  end loop;
  return v_named <= 50;
end $$;

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
  if cardinality(stores) <= 50 then
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

-- Writes what a save decided.
create function write_registrations(
  actor jsonb, wanted integer, added integer[], removed integer[], by_branch jsonb
) returns void
  language plpgsql as $$
declare
  v_at timestamptz := recording_time(wanted);
  v_event bigint := record_event(actor, v_at, 'save_stores', wanted, false, null, jsonb_build_object(
    'added', cardinality(added), 'removed', cardinality(removed)));
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

create function save_stores(actor jsonb, input jsonb, zone text) returns jsonb
  language plpgsql as $$
declare
  v_locked record;
  v_id integer;
  v_dry_run boolean := coalesce((input ->> 'dryRun')::boolean, false);
  v_base bigint := (input ->> 'baseRevision')::bigint;
  v_revision bigint;
  v_change record;
  v_added integer[];
  v_removed integer[];
  v_closed integer[];
  v_applications integer[];
  v_others jsonb := '[]';
  v_clashes jsonb := '[]';
  v_conflicts jsonb := '[]';
  v_by_branch jsonb;
begin
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
  v_change := read_store_changes(input -> 'changes', (input ->> 'directoryRevision')::bigint);
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

  if v_base < v_revision then
    v_others := other_saves(v_id, v_base);
    v_clashes := store_clashes(v_id, v_base, v_added, v_removed);
    if v_clashes <> '[]' and not v_dry_run then
      return refusal('STORES_CHANGED', jsonb_build_object('clashes', v_clashes));
    end if;
  end if;

  if v_added <> '{}' and (v_locked.state).pause <> 'drop' then
    v_applications := applications_of(v_id);
    if not v_dry_run then
      perform raise_claims(v_applications);
    end if;
    v_conflicts := coalesce(overlaps(v_id, v_applications, (v_locked.state).period, v_added), '[]');
    if v_conflicts <> '[]' and not v_dry_run then
      return refusal('STORES_OVERLAP', jsonb_build_object('conflicts', v_conflicts));
    end if;
  end if;

  v_by_branch := branch_changes(v_id, v_added, v_removed);
  if not v_dry_run and (v_added <> '{}' or v_removed <> '{}') then
    perform write_registrations(actor, v_id, v_added, v_removed, v_by_branch);
    v_revision := v_revision + 1;
  end if;
  return jsonb_build_object('ok', jsonb_build_object(
      'revision', v_revision,
      'added', cardinality(v_added),
      'removed', cardinality(v_removed),
      'byBranch', v_by_branch,
      'skipped', store_codes(v_change.skipped),
      'others', v_others)
    || case when v_dry_run then jsonb_build_object(
        'conflicts', v_conflicts,
        'clashes', v_clashes,
        'unknown', v_change.unknown,
        'closed', store_codes(v_closed))
      else '{}' end);
end $$;
