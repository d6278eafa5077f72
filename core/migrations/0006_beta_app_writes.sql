-- Creating and changing beta apps.

-- Closes the current state of a beta app and writes the next one.
create function replace_beta_app_state(next beta_app_state) returns void
  language plpgsql as $$
begin
  update beta_app_state set until = next.since
    where beta_app_id = next.beta_app_id and until = 'infinity';
  insert into beta_app_state
      (beta_app_id, name, period, owner_name, owner_nik, pause, closed, since, event_id)
    values (next.beta_app_id, next.name, next.period, next.owner_name, next.owner_nik, next.pause,
      next.closed, next.since, next.event_id);
end $$;

-- Refuses a name that another beta app has in the period. Writers of one name wait for each other here, so
-- that the second is told by name who was first; the exclusion constraint stands behind it.
create function check_name(wanted integer, wanted_name text, wanted_period daterange) returns jsonb
  language plpgsql as $$
declare
  v_other beta_app_state;
begin
  perform pg_advisory_xact_lock(hashtextextended(current_schema() || E'\n' || fold(wanted_name), 1));
  select * into v_other
    from beta_app_state
    where until = 'infinity' and closed <> 'cancelled'
      and name_key = fold(wanted_name) and period && wanted_period
      and beta_app_id is distinct from wanted
    order by beta_app_id limit 1;
  if not found then
    return null;
  end if;
  return refusal('NAME_TAKEN', jsonb_build_object('betaApp', beta_app_reference(v_other)),
    '[{"path": "name", "code": "name_taken"}]');
end $$;

create function check_period(starts_on date, ends_on date, zone text) returns jsonb
  language sql volatile
  return case
    when ends_on < starts_on then invalid_field('endsOn', 'end_before_start')
    when ends_on < today_in(zone) then invalid_field('endsOn', 'end_in_past')
  end;

create function period_of(input jsonb) returns daterange
  language sql immutable
  return daterange((input ->> 'startsOn')::date, (input ->> 'endsOn')::date, '[]');

create function check_new_beta_app(input jsonb, zone text) returns jsonb
  language plpgsql as $$
declare
  v_refusal jsonb := check_period((input ->> 'startsOn')::date, (input ->> 'endsOn')::date, zone);
begin
  return coalesce(v_refusal, check_name(null, input ->> 'name', period_of(input)));
end $$;

create function write_new_beta_app(actor jsonb, input jsonb) returns integer
  language plpgsql as $$
declare
  v_at timestamptz := clock_timestamp();
  v_id integer;
  v_event bigint;
begin
  insert into beta_app (changed_at) values (v_at) returning id into v_id;
  v_event := record_event(actor, v_at, 'create', v_id, true, null, jsonb_build_object(
    'name', input ->> 'name', 'startsOn', input ->> 'startsOn', 'endsOn', input ->> 'endsOn',
    'owner', actor));
  insert into beta_app_state (beta_app_id, name, period, owner_name, owner_nik, since, event_id)
    values (v_id, input ->> 'name', period_of(input), actor ->> 'name', actor ->> 'nik', v_at, v_event);
  return v_id;
end $$;

create function create_beta_app(actor jsonb, input jsonb, zone text) returns jsonb
  language plpgsql as $$
declare
  v_refusal jsonb := check_new_beta_app(input, zone);
  v_id integer;
begin
  if v_refusal is not null then
    return v_refusal;
  end if;
  -- A statement of its own: what it writes can't be read in the same one.
  v_id := write_new_beta_app(actor, input);
  return jsonb_build_object('ok', beta_app_document(v_id, zone));
end $$;

create function beta_app_fields(state beta_app_state) returns jsonb
  language sql immutable
  return jsonb_build_object(
    'name', (state).name,
    'startsOn', lower((state).period),
    'endsOn', upper((state).period) - 1,
    'owner', person_json((state).owner_name, (state).owner_nik),
    'pause', (state).pause,
    'closed', (state).closed);

-- Writes the next state with an event that tells the fields that differ, and answers it; without a difference,
-- nothing is written, and the answer is null.
create function change_beta_app_state(
  actor jsonb, done text, current beta_app_state, next beta_app_state,
  not_before timestamptz default null
) returns beta_app_state
  language plpgsql as $$
declare
  v_before jsonb := beta_app_fields(current);
  v_after jsonb := beta_app_fields(next);
  v_changed_from jsonb;
  v_changed_to jsonb;
begin
  select jsonb_object_agg(field, v_before -> field), jsonb_object_agg(field, v_after -> field)
    into v_changed_from, v_changed_to
    from jsonb_object_keys(v_after) as field
    where v_after -> field <> v_before -> field;
  if v_changed_to is null then
    return null;
  end if;
  next.since := greatest(recording_time(current.beta_app_id), not_before);
  next.event_id := record_event(
    actor, next.since, done, current.beta_app_id, true, v_changed_from, v_changed_to);
  perform replace_beta_app_state(next);
  -- In parentheses, as “return next” is a statement of its own.
  return (next);
end $$;

-- Refuses codes of no store among those that a change of details is to withdraw.
create function check_leaving(input jsonb) returns jsonb
  language plpgsql stable as $$
declare
  v_unknown text[] := unknown_stores(coalesce(input -> 'withdraw', '[]'));
begin
  if v_unknown <> '{}' then
    return refusal('STORES_UNKNOWN', jsonb_build_object('stores', v_unknown));
  end if;
  return null;
end $$;

-- Withdraws stores before a change of details, with an event of its own: so that no moment is recorded at which a store
-- had two versions. After all checks.
create function withdraw_leaving(actor jsonb, wanted integer, leaving integer[]) returns void
  language plpgsql as $$
begin
  if leaving <> '{}' then
    perform write_registrations(actor, wanted, '{}', leaving, branch_changes(wanted, '{}', leaving));
  end if;
end $$;

-- Refuses what would have a beta app hold stores that another one holds, with applications, on days or after a pause that
-- are new. Stores that the input names to be withdrawn stand in the way no more: `leaving` are those of them that do. Others
-- stay, such as one that the other beta app has let go of meanwhile.
create function check_overlaps(
  wanted integer, applications integer[], wanted_period daterange, input jsonb,
  out refusal jsonb, out leaving integer[]
)
  language plpgsql as $$
declare
  v_stores integer[] := stores_of(wanted);
  v_named integer[] := store_ids(coalesce(input -> 'withdraw', '[]'));
  v_conflicts jsonb;
begin
  leaving := '{}';
  v_conflicts := overlaps(wanted, applications, wanted_period, v_stores);
  if v_conflicts is null then
    return;
  end if;
  if v_named <> '{}' then
    leaving := ids_without(v_named, ids_without(
      v_named, store_ids(jsonb_path_query_array(v_conflicts, '$[*].stores[*]'))));
    v_conflicts := overlaps(wanted, applications, wanted_period, ids_without(v_stores, leaving));
  end if;
  if v_conflicts is not null then
    refusal := refusal('STORES_OVERLAP', jsonb_build_object('conflicts', v_conflicts));
  end if;
end $$;

-- Changes name, period or owner. This and what follows is called with the beta app and the claims of its applications
-- locked, and with its current state, and answers the refusal or null.
create function update_beta_app(
  actor jsonb, input jsonb, zone text, current beta_app_state
) returns jsonb
  language plpgsql as $$
declare
  v_id integer := current.beta_app_id;
  v_starts_on date := coalesce((input ->> 'startsOn')::date, lower(current.period));
  v_ends_on date := coalesce((input ->> 'endsOn')::date, upper(current.period) - 1);
  v_next beta_app_state := current;
  v_checked record;
  v_refusal jsonb := check_period(v_starts_on, v_ends_on, zone);
begin
  if v_refusal is not null then
    return v_refusal;
  end if;
  v_next.name := coalesce(input ->> 'name', current.name);
  v_next.owner_name := coalesce(input #>> '{owner,name}', current.owner_name);
  v_next.owner_nik := coalesce(input #>> '{owner,nik}', current.owner_nik);
  v_next.period := daterange(v_starts_on, v_ends_on, '[]');
  v_refusal := check_name(v_id, v_next.name, v_next.period);
  if v_refusal is not null then
    return v_refusal;
  end if;
  if not current.period @> v_next.period and current.pause <> 'drop' then
    v_checked := check_overlaps(v_id, applications_of(v_id), v_next.period, input);
    if v_checked.refusal is not null then
      return v_checked.refusal;
    end if;
    perform withdraw_leaving(actor, v_id, v_checked.leaving);
  end if;
  perform change_beta_app_state(actor, 'update', current, v_next);
  return null;
end $$;
