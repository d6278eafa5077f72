-- Pausing, resuming, ending, cancelling and promoting beta apps. Called with the beta app and
-- its claims locked and with its current state; answers the refusal or null.

-- Refuses what has no sense before the first day: a beta app to come is cancelled.
create function check_started(current beta_app_state, zone text) returns jsonb
  language sql volatile
  return case when lower(current.period) > today_in(zone) then
    refusal('BETA_APP_NOT_STARTED', jsonb_build_object('startsOn', lower(current.period)))
  end;

-- Has stores that had gone back to production hold the beta versions again, or refuses it.
create function hold_again(actor jsonb, input jsonb, current beta_app_state) returns jsonb
  language plpgsql as $$
declare
  v_id integer := current.beta_app_id;
  v_checked record := check_overlaps(v_id, applications_of(v_id), current.period, input);
begin
  if v_checked.refusal is null then
    perform withdraw_leaving(actor, v_id, v_checked.leaving);
  end if;
  return v_checked.refusal;
end $$;

-- Pauses, or changes what a pause does with the stores: keep the beta version, or drop it.
create function pause_beta_app(
  actor jsonb, input jsonb, zone text, current beta_app_state
) returns jsonb
  language plpgsql as $$
declare
  v_next beta_app_state := current;
  v_refusal jsonb := check_started(current, zone);
begin
  v_next.pause := coalesce(input ->> 'stores', 'keep');
  if v_refusal is null and current.pause = 'drop' and v_next.pause = 'keep' then
    v_refusal := hold_again(actor, input, current);
  end if;
  if v_refusal is null then
    perform change_beta_app_state(actor, 'pause', current, v_next);
  end if;
  return v_refusal;
end $$;

create function resume_beta_app(actor jsonb, input jsonb, current beta_app_state) returns jsonb
  language plpgsql as $$
declare
  v_next beta_app_state := current;
  v_refusal jsonb;
begin
  if current.pause = 'none' then
    return refusal('BETA_APP_NOT_PAUSED');
  end if;
  if current.pause = 'drop' then
    v_refusal := hold_again(actor, input, current);
    if v_refusal is not null then
      return v_refusal;
    end if;
  end if;
  v_next.pause := 'none';
  perform change_beta_app_state(actor, 'resume', current, v_next);
  return null;
end $$;

-- Makes today the last day; on the last day it already is, also where midnight passes meanwhile.
create function end_beta_app(actor jsonb, zone text, current beta_app_state) returns jsonb
  language plpgsql as $$
declare
  v_next beta_app_state := current;
  v_refusal jsonb := check_started(current, zone);
begin
  if v_refusal is null then
    v_next.period := daterange(
      lower(current.period), least(today_in(zone), upper(current.period) - 1), '[]');
    perform change_beta_app_state(actor, 'end', current, v_next);
  end if;
  return v_refusal;
end $$;

create function cancel_beta_app(actor jsonb, current beta_app_state) returns jsonb
  language plpgsql as $$
declare
  v_next beta_app_state := current;
begin
  v_next.closed := 'cancelled';
  perform change_beta_app_state(actor, 'cancel', current, v_next);
  return null;
end $$;

-- Makes the beta versions the production versions, for all stores, and ends the beta app for good.
create function promote_beta_app(actor jsonb, zone text, current beta_app_state) returns jsonb
  language plpgsql as $$
declare
  v_id integer := current.beta_app_id;
  v_applications integer[] := applications_of(v_id);
  v_next beta_app_state := current;
  v_refusal jsonb := check_started(current, zone);
begin
  if v_refusal is not null then
    return v_refusal;
  end if;
  if v_applications = '{}' then
    return refusal('BETA_APP_EMPTY');
  end if;
  v_next.closed := 'promoted';
  v_next := change_beta_app_state(actor, 'promote', current, v_next, (
    select max(since) + interval '1 microsecond' from application_production
    where application_id = any (v_applications)));
  perform promote_versions(v_id, v_next.since, v_next.event_id);
  return null;
end $$;

-- Makes the versions of a beta app the production versions where they aren't already.
create function promote_versions(
  wanted integer, promoted_at timestamptz, event_id bigint
) returns void
  language plpgsql as $$
declare
  v_promoted beta_app_application[] := array(
    select taken
    from beta_app_application as taken
    left join application_production as production
      on production.application_id = taken.application_id and production.until = 'infinity'
    where taken.beta_app_id = wanted and taken.until = 'infinity'
      and production.version is distinct from taken.version);
begin
  update application_production set until = promoted_at
    where until = 'infinity'
      and application_id = any (array(select application_id from unnest(v_promoted)));
  insert into application_production (application_id, version, source, since, event_id)
    select taken.application_id, taken.version, 'promotion', promoted_at, promote_versions.event_id
    from unnest(v_promoted) as taken;
end $$;
