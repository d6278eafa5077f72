-- What all writes share: the order of locks, the checks, the event.
--
-- Every write locks in one order: the directory's row (shared; a sync takes it alone), the rows of the beta apps
-- by id, the claims of their applications by id, then the name. Checks come in later statements, so that they see
-- what was committed while they waited. A write answers {"ok": …} or {"error": code, …}, and in the second case has
-- changed nothing that anybody sees.

create function refusal(code text, details jsonb default '{}', errors jsonb default '[]') returns jsonb
  language sql immutable
  return jsonb_build_object('error', code, 'errors', errors, 'details', details);

create function invalid_field(path text, fault text) returns jsonb
  language sql immutable
  return refusal('VALIDATION_FAILED', '{}',
    jsonb_build_array(jsonb_build_object('path', path, 'code', fault)));

-- Locks a beta app for a write, and reads what it is now. Answers the refusal if it can't be written.
create function lock_beta_app(
  wanted bigint, zone text,
  out refusal jsonb, out app beta_app, out state beta_app_state, out directory_revision bigint
)
  language plpgsql as $$
declare
  v_today date;
  v_stands text;
begin
  select revision into directory_revision from directory for share;
  select * into app from beta_app where id = wanted for update;
  if not found then
    refusal := refusal('BETA_APP_NOT_FOUND');
    return;
  end if;
  select * into state from beta_app_state where beta_app_id = app.id and until = 'infinity';
  v_today := today_in(zone);
  v_stands := beta_app_state_on(state.period, state.pause, state.closed, v_today);
  if v_stands in ('ended', 'promoted', 'cancelled') then
    refusal := refusal('BETA_APP_ENDED', jsonb_build_object('state', v_stands));
  end if;
end $$;

-- What changed in the details since a revision: at most the last twenty changes, oldest first.
create function details_changes(wanted bigint, after_revision bigint) returns jsonb
  language sql stable
  begin atomic
    select coalesce(jsonb_agg(jsonb_build_object(
        'actor', person_json(change.actor_name, change.actor_nik),
        'at', moment_text(change.at),
        'action', change.action,
        'subjects', case
          when change.action in ('add_application', 'change_application', 'remove_application')
            then jsonb_build_array(coalesce(change.after, change.before) -> 'code')
          when change.action = 'create' then '[]'::jsonb
          else (select coalesce(jsonb_agg(field order by field), '[]')
            from jsonb_object_keys(change.after) as field)
        end) order by change.id), '[]')
    from (
      select * from event
      where beta_app_id = wanted and details_revision > after_revision
      order by revision desc limit 20) as change;
  end;

-- Locks a beta app for a change of its details, which must start from the details' current revision.
create function lock_details(input jsonb, zone text, out refusal jsonb, out state beta_app_state)
  language plpgsql as $$
declare
  v_id bigint := (input ->> 'id')::bigint;
  v_known bigint := (input ->> 'detailsRevision')::bigint;
  v_locked record := lock_beta_app(v_id, zone);
begin
  refusal := v_locked.refusal;
  state := v_locked.state;
  if refusal is null and v_known is distinct from (v_locked.app).details_revision then
    refusal := refusal('DETAILS_STALE', jsonb_build_object(
      'detailsRevision', (v_locked.app).details_revision,
      'changes', details_changes(v_id, coalesce(v_known, 0))));
  end if;
end $$;

-- Makes writers that could take stores for these applications, or let go of them, wait for each other: so they
-- are recorded in the order in which they saw each other. The update, unlike a lock alone, makes a transaction
-- with an older snapshot fail instead of checking against the past.
create function raise_claims(applications integer[]) returns void
  language plpgsql as $$
declare
  v_id integer;
begin
  foreach v_id in array applications loop
    insert into application_claim (application_id) values (v_id)
      on conflict (application_id) do update set claims = application_claim.claims + 1;
  end loop;
end $$;

create function applications_of(variadic wanted integer[]) returns integer[]
  language plpgsql stable as $$
begin
  return array(
    select distinct application_id
    from beta_app_application where beta_app_id = any (wanted) and until = 'infinity' order by 1);
end $$;

-- The applications of a beta app, and one that is to be added if there is such a code.
create function applications_with(wanted integer, added_code text) returns integer[]
  language sql stable
  return array(
    select id from application
    where id = any (applications_of(wanted)) or code = added_code order by id);

create function stores_of(wanted integer) returns integer[]
  language sql stable
  begin atomic
    select coalesce(array_agg(store_id), '{}') from registration where beta_app_id = wanted;
  end;

create function store_codes(stores integer[]) returns jsonb
  language plpgsql stable as $$
begin
  if stores = '{}' then
    return '[]';
  end if;
  return (select coalesce(jsonb_agg(code order by code), '[]') from store where id = any (stores));
end $$;

-- The first hundred names of stores.
create function store_names(stores integer[]) returns jsonb
  language sql stable
  begin atomic
    select coalesce(jsonb_agg(jsonb_build_object('code', named.code, 'name', named.name)
      order by named.code), '[]')
    from (
      select store.code, state.name
      from store join store_state as state on state.store_id = store.id and state.until = 'infinity'
      where store.id = any (stores)
      order by store.code limit 100) as named;
  end;

-- The days of a period that aren't past everywhere; Asia/Jakarta is the last zone to reach midnight.
create function days_to_come(period daterange) returns daterange
  language sql volatile
  return period * daterange(today_in('Asia/Jakarta'), null);

-- The one rule about two beta versions: which other beta apps hold their stores with one of these applications
-- on one of these days? A row for each application that both have.
create function beta_apps_holding(wanted bigint, applications integer[], days daterange)
  returns table (beta_app_id integer, application_code text, holder jsonb)
  language sql stable
  begin atomic
    select state.beta_app_id, application.code, jsonb_build_object(
        'betaApp', beta_app_reference(state),
        'application', jsonb_build_object('code', application.code, 'name', application.name),
        'version', taken.version)
    from beta_app_application as taken
    join beta_app_state as state
      on state.beta_app_id = taken.beta_app_id and state.until = 'infinity'
    join application on application.id = taken.application_id
    where taken.until = 'infinity'
      and taken.application_id = any (applications)
      and taken.beta_app_id <> wanted
      and state.closed = 'none'
      and state.pause <> 'drop'
      and state.period && days;
  end;

-- Which of these stores do other beta apps hold by that rule? Answers the conflicts, or null. `moves` are the stores
-- that other beta apps let go of meanwhile: the beta app's id to an array of the stores' ids.
create function overlaps(
  wanted integer, applications integer[], wanted_period daterange, stores integer[],
  moves jsonb default '{}'
) returns jsonb
  language plpgsql stable as $$
declare
  v_days daterange := days_to_come(wanted_period);
  v_other record;
  v_known integer;
  v_shared integer[];
  v_conflicts jsonb := '[]';
begin
  for v_other in
    select * from beta_apps_holding(wanted, applications, v_days)
    order by beta_app_id, application_code
  loop
    -- Once for all applications of a beta app.
    if v_known is distinct from v_other.beta_app_id then
      v_known := v_other.beta_app_id;
      -- By the primary key, one probe a store; joined to unnest() a table without statistics took seconds.
      select array_agg(store_id) into v_shared
        from registration
        where beta_app_id = v_known and store_id = any (stores);
      if moves <> '{}' then
        v_shared := ids_without(v_shared, moved_from(v_known, moves));
      end if;
    end if;
    if v_shared <> '{}' then
      v_conflicts := v_conflicts || (v_other.holder || jsonb_build_object(
        'stores', store_codes(v_shared),
        'names', store_names(v_shared)));
    end if;
  end loop;
  return nullif(v_conflicts, '[]');
end $$;

-- The moment that a change of a beta app is recorded at: later than everything recorded before of it, and of
-- those that ever had one of its applications or the one about to be added, even if the clock was set back. A
-- store that one of them let go of would otherwise have two versions until the clock has caught up.
create function recording_time(wanted integer, adding integer default null) returns timestamptz
  language plpgsql volatile as $$
begin
  return (
    select greatest(clock_timestamp(), max(changed_at) + interval '1 microsecond')
    from beta_app
    where id = any (array(
      select beta_app_id from beta_app_application
      where application_id = any (array(
        select application_id from beta_app_application where beta_app_id = wanted) || adding)) || wanted));
end $$;

-- Raises the revisions, writes the event and tells listeners; answers the event's id.
create function record_event(
  actor jsonb, recorded_at timestamptz, done text, wanted integer, is_detail boolean,
  changed_from jsonb, changed_to jsonb
) returns bigint
  language plpgsql as $$
declare
  v_app beta_app;
  v_event bigint;
begin
  update beta_app
    set revision = revision + 1,
      details_revision = details_revision + case when is_detail then 1 else 0 end,
      changed_at = recorded_at
    where id = wanted
    returning * into v_app;
  insert into event (at, actor_name, actor_nik, action, beta_app_id, revision, details_revision,
      before, after)
    values (recorded_at, actor ->> 'name', actor ->> 'nik', done, wanted, v_app.revision,
      case when is_detail then v_app.details_revision end, changed_from, changed_to)
    returning id into v_event;
  perform pg_notify(current_schema(), jsonb_build_object(
    'betaApp', wanted, 'revision', v_app.revision)::text);
  return v_event;
end $$;
