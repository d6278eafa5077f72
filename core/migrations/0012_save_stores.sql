-- Registering and withdrawing stores, merged with what others saved meanwhile.

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
  v_change := read_store_changes(
    v_id, v_revision, input -> 'changes', (input ->> 'directoryRevision')::bigint);
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
    v_moves := moves_to_make(v_change.moves, v_added);
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
