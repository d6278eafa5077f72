-- Adding applications to a beta app, changing and removing them. Called with the beta app and
-- its claims locked and with its current state; answers the refusal or null.

create function write_application(
  actor jsonb, wanted integer, wanted_code text, wanted_version text, wanted_notes text
) returns void
  language plpgsql as $$
declare
  v_application integer := (select id from application where code = wanted_code);
  v_at timestamptz := recording_time(wanted, v_application);
  v_event bigint := record_event(actor, v_at, 'add_application', wanted, true, null, jsonb_build_object(
    'code', wanted_code, 'version', wanted_version, 'notes', wanted_notes));
begin
  insert into beta_app_application
      (beta_app_id, application_id, version, notes, since, event_id)
    values (wanted, v_application, wanted_version, wanted_notes, v_at, v_event);
end $$;

create function add_application(actor jsonb, input jsonb, current beta_app_state) returns jsonb
  language plpgsql as $$
declare
  v_id integer := current.beta_app_id;
  v_application integer;
  v_checked record;
begin
  select id into v_application from application where code = input ->> 'applicationCode';
  if not found then
    return invalid_field('applicationCode', 'unknown');
  end if;
  if v_application = any (applications_of(v_id)) then
    return refusal('APPLICATION_TWICE', '{}',
      '[{"path": "applicationCode", "code": "application_twice"}]');
  end if;
  if current.pause <> 'drop' then
    v_checked := check_overlaps(v_id, array[v_application], current.period, input);
    if v_checked.refusal is not null then
      return v_checked.refusal;
    end if;
    perform withdraw_leaving(actor, v_id, v_checked.leaving);
  end if;
  perform write_application(
    actor, v_id, input ->> 'applicationCode', input ->> 'version', coalesce(input ->> 'notes', ''));
  return null;
end $$;

-- The current row of an application in a beta app.
create function taken_application(wanted integer, wanted_code text) returns beta_app_application
  language sql stable
  begin atomic
    select taken.*
    from beta_app_application as taken
    join application on application.id = taken.application_id
    where taken.beta_app_id = wanted and taken.until = 'infinity' and application.code = wanted_code;
  end;

-- Ends the current row of an application in a beta app.
create function close_application(
  taken beta_app_application, closed_at timestamptz, closing_event bigint
) returns void
  language sql volatile
  begin atomic
    update beta_app_application set until = closed_at, end_event_id = closing_event
      where beta_app_id = (taken).beta_app_id and application_id = (taken).application_id
        and until = 'infinity';
  end;

create function change_application(actor jsonb, input jsonb, current beta_app_state) returns jsonb
  language plpgsql as $$
declare
  v_id integer := current.beta_app_id;
  v_taken beta_app_application := taken_application(v_id, input ->> 'code');
  v_version text := coalesce(input ->> 'version', v_taken.version);
  v_notes text := coalesce(input ->> 'notes', v_taken.notes);
  v_at timestamptz;
  v_event bigint;
begin
  if v_taken.beta_app_id is null then
    return refusal('APPLICATION_NOT_FOUND');
  end if;
  if (v_version, v_notes) is not distinct from (v_taken.version, v_taken.notes) then
    return null;
  end if;
  v_at := recording_time(v_id);
  v_event := record_event(actor, v_at, 'change_application', v_id, true,
    jsonb_build_object('code', input ->> 'code', 'version', v_taken.version, 'notes', v_taken.notes),
    jsonb_build_object('code', input ->> 'code', 'version', v_version, 'notes', v_notes));
  perform close_application(v_taken, v_at, v_event);
  insert into beta_app_application
      (beta_app_id, application_id, version, notes, since, event_id)
    values (v_id, v_taken.application_id, v_version, v_notes, v_at, v_event);
  return null;
end $$;

create function remove_application(actor jsonb, input jsonb, current beta_app_state) returns jsonb
  language plpgsql as $$
declare
  v_id integer := current.beta_app_id;
  v_taken beta_app_application := taken_application(v_id, input ->> 'code');
  v_at timestamptz;
  v_event bigint;
begin
  if v_taken.beta_app_id is null then
    return refusal('APPLICATION_NOT_FOUND');
  end if;
  v_at := recording_time(v_id);
  v_event := record_event(actor, v_at, 'remove_application', v_id, true, jsonb_build_object(
    'code', input ->> 'code', 'version', v_taken.version, 'notes', v_taken.notes), null);
  perform close_application(v_taken, v_at, v_event);
  return null;
end $$;
