-- Beta apps, their applications and the stores that run them.

create extension if not exists btree_gist;

create table beta_app (
  id integer generated always as identity primary key,
  -- Raised by every change.
  revision bigint not null default 0,
  -- Raised by every change but those of stores.
  details_revision bigint not null default 0,
  changed_at timestamptz not null
);

create table beta_app_state (
  beta_app_id integer not null references beta_app,
  name text not null check (is_line(name, 200)),
  period daterange not null
    check (coalesce(isfinite(lower(period)) and isfinite(upper(period)), false)),
  owner_name text not null check (is_line(owner_name, 200)),
  owner_nik text not null check (is_line(owner_nik, 32)),
  -- Paused with keeping, stores go on with the beta version; with dropping, they go back.
  pause text not null default 'none' check (pause in ('none', 'keep', 'drop')),
  closed text not null default 'none' check (closed in ('none', 'cancelled', 'promoted')),
  name_key text collate "C" generated always as (fold(name)) stored,
  search_key text collate "C"
    generated always as (fold(name || E'\n' || owner_name || E'\n' || owner_nik)) stored,
  since timestamptz not null,
  until timestamptz not null default 'infinity',
  event_id bigint not null references event,
  primary key (beta_app_id, since),
  check (since < until),
  -- Two beta apps that could be mistaken for each other at one time have different names.
  constraint beta_app_name_unique exclude using gist (name_key with =, period with &&)
    where (until = 'infinity' and closed <> 'cancelled')
);
create unique index beta_app_state_current on beta_app_state (beta_app_id) where until = 'infinity';

create table beta_app_application (
  beta_app_id integer not null references beta_app,
  application_id integer not null references application,
  version text not null check (is_line(version, 64)),
  notes text not null default '' check (is_paragraph(notes, 500)),
  since timestamptz not null,
  until timestamptz not null default 'infinity',
  event_id bigint not null references event,
  end_event_id bigint references event,
  primary key (beta_app_id, application_id, since),
  check (since < until)
);
create index beta_app_application_ever on beta_app_application (application_id);
create unique index beta_app_application_current
  on beta_app_application (application_id, beta_app_id) where until = 'infinity';

-- The stores registered now. One narrow table with one index, because a save writes 15,000 rows of it: ids
-- come from joins inside the function that writes, and nothing is ever deleted that they point at.
create table registration (
  beta_app_id integer not null,
  store_id integer not null,
  since timestamptz not null,
  event_id bigint not null,
  primary key (beta_app_id, store_id)
);

-- The registrations that have ended.
create table registration_past (
  beta_app_id integer not null,
  store_id integer not null,
  since timestamptz not null,
  until timestamptz not null,
  event_id bigint not null,
  end_event_id bigint not null,
  primary key (beta_app_id, store_id, since),
  check (since < until)
);

-- How many open stores of a branch are registered, kept by saves and syncs, so that saving one box
-- needn't count a branch.
create table registration_count (
  beta_app_id integer not null references beta_app,
  branch_id integer not null references branch,
  registered integer not null check (registered >= 0),
  primary key (beta_app_id, branch_id)
);

-- Where a beta app stands on a day. Cancelled and promoted are for ever; a pause shows only while it matters. Not strict:
-- so it becomes a part of what calls it with a day that was read before, and isn't planned by itself.
create function beta_app_state_on(period daterange, pause text, closed text, day date) returns text
  language sql immutable parallel safe
  return case
    when closed <> 'none' then closed
    when upper(period) <= day then 'ended'
    when lower(period) > day then 'scheduled'
    when pause <> 'none' then 'paused'
    else 'active'
  end;

create function today_in(zone text) returns date
  language sql volatile strict
  return (clock_timestamp() at time zone zone)::date;

create function person_json(name text, nik text) returns jsonb
  language sql immutable parallel safe
  return jsonb_build_object('name', name, 'nik', nik);

-- What names a beta app to people, without its applications.
create function beta_app_reference(state beta_app_state) returns jsonb
  language sql immutable parallel safe
  return jsonb_build_object(
    'id', (state).beta_app_id,
    'name', (state).name,
    'startsOn', lower((state).period),
    'endsOn', upper((state).period) - 1,
    'owner', person_json((state).owner_name, (state).owner_nik));

-- A beta app as its page shows it, or null.
create function beta_app_document(wanted bigint, zone text) returns jsonb
  language sql stable
  begin atomic
    select beta_app_reference(state)
      || jsonb_build_object(
        'state', beta_app_state_on(state.period, state.pause, state.closed, today_in(zone)),
        'pause', state.pause,
        'revision', app.revision,
        'detailsRevision', app.details_revision,
        'applications', coalesce((
          select jsonb_agg(jsonb_build_object(
              'code', application.code,
              'name', application.name,
              'description', application.description,
              'productionVersion', production.version,
              'version', taken.version,
              'notes', taken.notes) order by application.code)
          from beta_app_application as taken
          join application on application.id = taken.application_id
          left join application_production as production
            on production.application_id = application.id and production.until = 'infinity'
          where taken.beta_app_id = app.id and taken.until = 'infinity'), '[]'),
        'registeredStores', counted.stores,
        'registeredBranches', counted.branches)
    from beta_app as app
    join beta_app_state as state on state.beta_app_id = app.id and state.until = 'infinity'
    cross join lateral (
      select coalesce(sum(registered), 0)::integer as stores,
        count(*) filter (where registered > 0) as branches
      from registration_count where beta_app_id = app.id) as counted
    where app.id = wanted;
  end;
