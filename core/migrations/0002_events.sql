-- What happened: one event for each change, and the answers that are repeated to repeated requests.

create table event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- Checked where they come in: a check here would be planned anew for each event.
  actor_name text not null,
  actor_nik text not null,
  action text not null,
  -- Null for a sync of the directory.
  beta_app_id integer,
  -- The beta app's revision after the change, or the directory's.
  revision bigint not null,
  -- Null where the change left the details as they were.
  details_revision bigint,
  before jsonb,
  after jsonb
);
create unique index event_of_beta_app on event (beta_app_id, revision) where beta_app_id is not null;
-- The syncs among them, for histories: no other event costs anything by it.
create index event_of_directory on event (id) where beta_app_id is null;

create table idempotency (
  actor_nik text not null,
  key text not null check (char_length(key) between 1 and 200),
  fingerprint text not null,
  answer jsonb not null,
  created_at timestamptz not null,
  primary key (actor_nik, key)
);
create index idempotency_age on idempotency (created_at);
