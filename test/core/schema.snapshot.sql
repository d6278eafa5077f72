-- Written by test/core/schema-snapshot.test.ts: what the migrations add up to.

create table application (
  id integer not null generated always as identity,
  code text collate "C" not null,
  name text not null,
  description text not null default ''::text,
  search_key text collate "C" generated always as (fold(((code || '
'::text) || name))) stored
);
alter table application add constraint application_code_check CHECK (is_code(code));
alter table application add constraint application_code_key UNIQUE (code);
alter table application add constraint application_description_check CHECK (is_paragraph(description, 2000));
alter table application add constraint application_name_check CHECK (is_line(name, 200));
alter table application add constraint application_pkey PRIMARY KEY (id);
grant select on application to beta_app_service;

create table application_claim (
  application_id integer not null,
  claims bigint not null default 1
);
alter table application_claim add constraint application_claim_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id);
alter table application_claim add constraint application_claim_pkey PRIMARY KEY (application_id);
grant select on application_claim to beta_app_service;

create table application_production (
  application_id integer not null,
  version text not null,
  source text not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null default 'infinity'::timestamp with time zone,
  event_id bigint not null
);
alter table application_production add constraint application_production_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id);
alter table application_production add constraint application_production_check CHECK ((since < until));
alter table application_production add constraint application_production_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id);
alter table application_production add constraint application_production_pkey PRIMARY KEY (application_id, since);
alter table application_production add constraint application_production_source_check CHECK ((source = ANY (ARRAY['sync'::text, 'promotion'::text])));
alter table application_production add constraint application_production_version_check CHECK (is_line(version, 64));
CREATE UNIQUE INDEX application_production_current ON application_production USING btree (application_id) WHERE (until = 'infinity'::timestamp with time zone);
grant select on application_production to beta_app_service;

create table beta_app (
  id integer not null generated always as identity,
  revision bigint not null default 0,
  details_revision bigint not null default 0,
  changed_at timestamp with time zone not null
);
alter table beta_app add constraint beta_app_pkey PRIMARY KEY (id);
grant select on beta_app to beta_app_service;

create table beta_app_application (
  beta_app_id integer not null,
  application_id integer not null,
  version text not null,
  notes text not null default ''::text,
  since timestamp with time zone not null,
  until timestamp with time zone not null default 'infinity'::timestamp with time zone,
  event_id bigint not null,
  end_event_id bigint
);
alter table beta_app_application add constraint beta_app_application_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id);
alter table beta_app_application add constraint beta_app_application_beta_app_id_fkey FOREIGN KEY (beta_app_id) REFERENCES beta_app(id);
alter table beta_app_application add constraint beta_app_application_check CHECK ((since < until));
alter table beta_app_application add constraint beta_app_application_end_event_id_fkey FOREIGN KEY (end_event_id) REFERENCES event(id);
alter table beta_app_application add constraint beta_app_application_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id);
alter table beta_app_application add constraint beta_app_application_notes_check CHECK (is_paragraph(notes, 500));
alter table beta_app_application add constraint beta_app_application_pkey PRIMARY KEY (beta_app_id, application_id, since);
alter table beta_app_application add constraint beta_app_application_version_check CHECK (is_line(version, 64));
CREATE UNIQUE INDEX beta_app_application_current ON beta_app_application USING btree (application_id, beta_app_id) WHERE (until = 'infinity'::timestamp with time zone);
CREATE INDEX beta_app_application_ever ON beta_app_application USING btree (application_id);
grant select on beta_app_application to beta_app_service;

create table beta_app_state (
  beta_app_id integer not null,
  name text not null,
  period daterange not null,
  owner_name text not null,
  owner_nik text not null,
  pause text not null default 'none'::text,
  closed text not null default 'none'::text,
  name_key text collate "C" generated always as (fold(name)) stored,
  search_key text collate "C" generated always as (fold(((((name || '
'::text) || owner_name) || '
'::text) || owner_nik))) stored,
  since timestamp with time zone not null,
  until timestamp with time zone not null default 'infinity'::timestamp with time zone,
  event_id bigint not null
);
alter table beta_app_state add constraint beta_app_name_unique EXCLUDE USING gist (name_key WITH =, period WITH &&) WHERE (((until = 'infinity'::timestamp with time zone) AND (closed <> 'cancelled'::text)));
alter table beta_app_state add constraint beta_app_state_beta_app_id_fkey FOREIGN KEY (beta_app_id) REFERENCES beta_app(id);
alter table beta_app_state add constraint beta_app_state_check CHECK ((since < until));
alter table beta_app_state add constraint beta_app_state_closed_check CHECK ((closed = ANY (ARRAY['none'::text, 'cancelled'::text, 'promoted'::text])));
alter table beta_app_state add constraint beta_app_state_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id);
alter table beta_app_state add constraint beta_app_state_name_check CHECK (is_line(name, 200));
alter table beta_app_state add constraint beta_app_state_owner_name_check CHECK (is_line(owner_name, 200));
alter table beta_app_state add constraint beta_app_state_owner_nik_check CHECK (is_line(owner_nik, 32));
alter table beta_app_state add constraint beta_app_state_pause_check CHECK ((pause = ANY (ARRAY['none'::text, 'keep'::text, 'drop'::text])));
alter table beta_app_state add constraint beta_app_state_period_check CHECK (COALESCE((isfinite(lower(period)) AND isfinite(upper(period))), false));
alter table beta_app_state add constraint beta_app_state_pkey PRIMARY KEY (beta_app_id, since);
CREATE UNIQUE INDEX beta_app_state_current ON beta_app_state USING btree (beta_app_id) WHERE (until = 'infinity'::timestamp with time zone);
grant select on beta_app_state to beta_app_service;

create table branch (
  id integer not null generated always as identity,
  code text collate "C" not null,
  open_stores integer not null default 0
);
alter table branch add constraint branch_code_check CHECK (is_code(code));
alter table branch add constraint branch_code_key UNIQUE (code);
alter table branch add constraint branch_open_stores_check CHECK ((open_stores >= 0));
alter table branch add constraint branch_pkey PRIMARY KEY (id);
grant select on branch to beta_app_service;

create table branch_state (
  branch_id integer not null,
  name text not null,
  time_zone text not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null default 'infinity'::timestamp with time zone,
  event_id bigint not null
);
alter table branch_state add constraint branch_state_branch_id_fkey FOREIGN KEY (branch_id) REFERENCES branch(id);
alter table branch_state add constraint branch_state_check CHECK ((since < until));
alter table branch_state add constraint branch_state_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id);
alter table branch_state add constraint branch_state_name_check CHECK (is_line(name, 200));
alter table branch_state add constraint branch_state_pkey PRIMARY KEY (branch_id, since);
alter table branch_state add constraint branch_state_time_zone_check CHECK (is_time_zone(time_zone));
CREATE UNIQUE INDEX branch_state_current ON branch_state USING btree (branch_id) WHERE (until = 'infinity'::timestamp with time zone);
grant select on branch_state to beta_app_service;

create table directory (
  singleton boolean not null default true,
  revision bigint not null default 0,
  changed_at timestamp with time zone not null default '-infinity'::timestamp with time zone
);
alter table directory add constraint directory_pkey PRIMARY KEY (singleton);
alter table directory add constraint directory_singleton_check CHECK (singleton);
grant select on directory to beta_app_service;

create table event (
  id bigint not null generated always as identity,
  at timestamp with time zone not null,
  actor_name text not null,
  actor_nik text not null,
  action text not null,
  beta_app_id integer,
  revision bigint not null,
  details_revision bigint,
  before jsonb,
  after jsonb
);
alter table event add constraint event_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX event_of_beta_app ON event USING btree (beta_app_id, revision) WHERE (beta_app_id IS NOT NULL);
CREATE INDEX event_of_directory ON event USING btree (id) WHERE (beta_app_id IS NULL);
grant select on event to beta_app_service;

create table idempotency (
  actor_nik text not null,
  key text not null,
  fingerprint text not null,
  answer jsonb not null,
  created_at timestamp with time zone not null
);
alter table idempotency add constraint idempotency_key_check CHECK (((char_length(key) >= 1) AND (char_length(key) <= 200)));
alter table idempotency add constraint idempotency_pkey PRIMARY KEY (actor_nik, key);
CREATE INDEX idempotency_age ON idempotency USING btree (created_at);
grant select on idempotency to beta_app_service;

create table migration (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default clock_timestamp()
);
alter table migration add constraint migration_pkey PRIMARY KEY (number);
grant select on migration to beta_app_service;

create table registration (
  beta_app_id integer not null,
  store_id integer not null,
  since timestamp with time zone not null,
  event_id bigint not null
);
alter table registration add constraint registration_pkey PRIMARY KEY (beta_app_id, store_id);
grant select on registration to beta_app_service;

create table registration_count (
  beta_app_id integer not null,
  branch_id integer not null,
  registered integer not null
);
alter table registration_count add constraint registration_count_beta_app_id_fkey FOREIGN KEY (beta_app_id) REFERENCES beta_app(id);
alter table registration_count add constraint registration_count_branch_id_fkey FOREIGN KEY (branch_id) REFERENCES branch(id);
alter table registration_count add constraint registration_count_pkey PRIMARY KEY (beta_app_id, branch_id);
alter table registration_count add constraint registration_count_registered_check CHECK ((registered >= 0));
grant select on registration_count to beta_app_service;

create table registration_past (
  beta_app_id integer not null,
  store_id integer not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  event_id bigint not null,
  end_event_id bigint not null
);
alter table registration_past add constraint registration_past_check CHECK ((since < until));
alter table registration_past add constraint registration_past_pkey PRIMARY KEY (beta_app_id, store_id, since);
grant select on registration_past to beta_app_service;

create table store (
  id integer not null generated always as identity,
  code text collate "C" not null,
  loose_code text collate "C" generated always as (loose_code(code)) stored
);
alter table store add constraint store_code_check CHECK (is_code(code));
alter table store add constraint store_code_key UNIQUE (code);
alter table store add constraint store_pkey PRIMARY KEY (id);
grant select on store to beta_app_service;

create table store_state (
  store_id integer not null,
  branch_id integer not null,
  name text not null,
  open boolean not null,
  search_key text collate "C" not null,
  directory_revision bigint not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null default 'infinity'::timestamp with time zone,
  event_id bigint not null
);
alter table store_state add constraint store_state_branch_id_fkey FOREIGN KEY (branch_id) REFERENCES branch(id);
alter table store_state add constraint store_state_check CHECK ((since < until));
alter table store_state add constraint store_state_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id);
alter table store_state add constraint store_state_name_check CHECK (is_line(name, 200));
alter table store_state add constraint store_state_pkey PRIMARY KEY (store_id, since);
alter table store_state add constraint store_state_store_id_fkey FOREIGN KEY (store_id) REFERENCES store(id);
CREATE UNIQUE INDEX store_state_current ON store_state USING btree (store_id) WHERE (until = 'infinity'::timestamp with time zone);
CREATE INDEX store_state_of_branch ON store_state USING btree (branch_id, store_id) WHERE (until = 'infinity'::timestamp with time zone);
CREATE INDEX store_state_of_event ON store_state USING btree (event_id);
grant select on store_state to beta_app_service;

create type application_row as (line integer, code text, fault text, name text, description text, production_version text);
create type branch_row as (line integer, code text, fault text, name text, time_zone text);
create type store_row as (line integer, code text, fault text, name text, branch_code text, open boolean);

create function add_application(actor jsonb, input jsonb, current beta_app_state) returns jsonb language plpgsql volatile;
grant execute on add_application to beta_app_service;
create function applications_of(VARIADIC wanted integer[]) returns integer[] language plpgsql stable;
grant execute on applications_of to beta_app_service;
create function applications_with(wanted integer, added_code text) returns integer[] language sql stable;
grant execute on applications_with to beta_app_service;
create function are_few(changes jsonb) returns boolean language plpgsql immutable;
grant execute on are_few to beta_app_service;
create function beta_app_document(wanted bigint, zone text) returns jsonb language sql stable;
grant execute on beta_app_document to beta_app_service;
create function beta_app_fields(state beta_app_state) returns jsonb language sql immutable;
grant execute on beta_app_fields to beta_app_service;
create function beta_app_reference(state beta_app_state) returns jsonb language sql immutable parallel safe;
grant execute on beta_app_reference to beta_app_service;
create function beta_app_state_on(period daterange, pause text, closed text, day date) returns text language sql immutable parallel safe;
grant execute on beta_app_state_on to beta_app_service;
create function beta_apps_holding(wanted bigint, applications integer[], days daterange) returns TABLE(beta_app_id integer, application_code text, holder jsonb) language sql stable;
grant execute on beta_apps_holding to beta_app_service;
create function branch_changes(wanted integer, added integer[], removed integer[]) returns jsonb language plpgsql stable;
grant execute on branch_changes to beta_app_service;
create function cancel_beta_app(actor jsonb, current beta_app_state) returns jsonb language plpgsql volatile;
grant execute on cancel_beta_app to beta_app_service;
create function change_application(actor jsonb, input jsonb, current beta_app_state) returns jsonb language plpgsql volatile;
grant execute on change_application to beta_app_service;
create function change_beta_app_state(actor jsonb, done text, current beta_app_state, next beta_app_state, not_before timestamp with time zone DEFAULT NULL::timestamp with time zone) returns beta_app_state language plpgsql volatile;
grant execute on change_beta_app_state to beta_app_service;
create function check_leaving(input jsonb) returns jsonb language plpgsql stable;
grant execute on check_leaving to beta_app_service;
create function check_moves(actor jsonb, allowed jsonb, wanted integer, moves jsonb) returns jsonb language sql stable;
grant execute on check_moves to beta_app_service;
create function check_name(wanted integer, wanted_name text, wanted_period daterange) returns jsonb language plpgsql volatile;
grant execute on check_name to beta_app_service;
create function check_new_beta_app(input jsonb, zone text) returns jsonb language plpgsql volatile;
grant execute on check_new_beta_app to beta_app_service;
create function check_overlaps(wanted integer, applications integer[], wanted_period daterange, input jsonb, OUT refusal jsonb, OUT leaving integer[]) returns record language plpgsql volatile;
grant execute on check_overlaps to beta_app_service;
create function check_period(starts_on date, ends_on date, zone text) returns jsonb language sql volatile;
grant execute on check_period to beta_app_service;
create function check_started(current beta_app_state, zone text) returns jsonb language sql volatile;
grant execute on check_started to beta_app_service;
create function close_application(taken beta_app_application, closed_at timestamp with time zone, closing_event bigint) returns void language sql volatile;
grant execute on close_application to beta_app_service;
create function closed_among(stores integer[]) returns integer[] language plpgsql stable;
grant execute on closed_among to beta_app_service;
create function code_fault(value jsonb) returns text language sql immutable;
grant execute on code_fault to beta_app_service;
create function codes_json(codes text[]) returns jsonb language sql immutable;
grant execute on codes_json to beta_app_service;
create function contains_words(search_key text, patterns text[]) returns boolean language sql immutable strict parallel safe;
grant execute on contains_words to beta_app_service;
create function copy_beta_app(actor jsonb, input jsonb, zone text) returns jsonb language plpgsql volatile;
grant execute on copy_beta_app to beta_app_service;
create function create_beta_app(actor jsonb, input jsonb, zone text) returns jsonb language plpgsql volatile;
grant execute on create_beta_app to beta_app_service;
create function days_to_come(period daterange) returns daterange language sql volatile;
grant execute on days_to_come to beta_app_service;
create function details_changes(wanted bigint, after_revision bigint) returns jsonb language sql stable;
grant execute on details_changes to beta_app_service;
create function dispatch_write(operation text, actor jsonb, input jsonb, zone text) returns jsonb language plpgsql volatile;
grant execute on dispatch_write to beta_app_service;
create function end_beta_app(actor jsonb, zone text, current beta_app_state) returns jsonb language plpgsql volatile;
grant execute on end_beta_app to beta_app_service;
create function fold(value text) returns text language sql immutable strict parallel safe;
grant execute on fold to beta_app_service;
create function has_invisible(value text) returns boolean language sql immutable strict parallel safe;
grant execute on has_invisible to beta_app_service;
create function hold_again(actor jsonb, input jsonb, current beta_app_state) returns jsonb language plpgsql volatile;
grant execute on hold_again to beta_app_service;
create function ids_without(ids integer[], others integer[]) returns integer[] language plpgsql immutable;
grant execute on ids_without to beta_app_service;
create function invalid_field(path text, fault text) returns jsonb language sql immutable;
grant execute on invalid_field to beta_app_service;
create function is_code(value text) returns boolean language sql immutable strict parallel safe;
grant execute on is_code to beta_app_service;
create function is_few(stores integer) returns boolean language sql immutable;
grant execute on is_few to beta_app_service;
create function is_full_part(part jsonb) returns boolean language sql immutable;
grant execute on is_full_part to beta_app_service;
create function is_line(value text, longest integer) returns boolean language sql immutable strict parallel safe;
grant execute on is_line to beta_app_service;
create function is_paragraph(value text, longest integer) returns boolean language sql immutable strict parallel safe;
grant execute on is_paragraph to beta_app_service;
create function is_time_zone(value text) returns boolean language sql immutable strict parallel safe;
grant execute on is_time_zone to beta_app_service;
create function keep_answer(nik text, used_key text, used_fingerprint text, given jsonb) returns void language plpgsql volatile;
grant execute on keep_answer to beta_app_service;
create function lock_beta_app(wanted bigint, zone text, OUT refusal jsonb, OUT app beta_app, OUT state beta_app_state, OUT directory_revision bigint) returns record language plpgsql volatile;
grant execute on lock_beta_app to beta_app_service;
create function lock_details(input jsonb, zone text, OUT refusal jsonb, OUT state beta_app_state) returns record language plpgsql volatile;
grant execute on lock_details to beta_app_service;
create function lock_for_moves(wanted bigint, origins bigint[]) returns void language plpgsql volatile;
grant execute on lock_for_moves to beta_app_service;
create function loose_code(code text) returns text language sql immutable strict parallel safe;
grant execute on loose_code to beta_app_service;
create function loose_forms(words jsonb) returns text[] language sql immutable strict parallel safe;
grant execute on loose_forms to beta_app_service;
create function lost_applications(origin beta_app_state, target beta_app_state, zone text) returns jsonb language plpgsql volatile;
grant execute on lost_applications to beta_app_service;
create function may_move(actor jsonb, allowed jsonb, wanted integer, other integer) returns boolean language sql stable;
grant execute on may_move to beta_app_service;
create function moment_text(value timestamp with time zone) returns text language sql immutable strict parallel safe;
grant execute on moment_text to beta_app_service;
create function movable_conflicts(actor jsonb, allowed jsonb, wanted integer, conflicts jsonb) returns jsonb language sql stable;
grant execute on movable_conflicts to beta_app_service;
create function moved_from(origin integer, moves jsonb) returns integer[] language sql immutable;
grant execute on moved_from to beta_app_service;
create function moved_stores(target beta_app_state, moves jsonb, zone text) returns jsonb language sql volatile;
grant execute on moved_stores to beta_app_service;
create function moves_to_make(moves jsonb, added integer[]) returns jsonb language plpgsql volatile;
grant execute on moves_to_make to beta_app_service;
create function origins_of(changes jsonb) returns bigint[] language sql immutable;
grant execute on origins_of to beta_app_service;
create function other_saves(wanted integer, base_revision bigint) returns jsonb language sql stable;
grant execute on other_saves to beta_app_service;
create function "overlaps"(wanted integer, applications integer[], wanted_period daterange, stores integer[], moves jsonb DEFAULT '{}'::jsonb) returns jsonb language plpgsql stable;
grant execute on "overlaps" to beta_app_service;
create function paragraph_fault(value jsonb, longest integer) returns text language sql immutable;
grant execute on paragraph_fault to beta_app_service;
create function pause_beta_app(actor jsonb, input jsonb, zone text, current beta_app_state) returns jsonb language plpgsql volatile;
grant execute on pause_beta_app to beta_app_service;
create function period_of(input jsonb) returns daterange language sql immutable;
grant execute on period_of to beta_app_service;
create function person_json(name text, nik text) returns jsonb language sql immutable parallel safe;
grant execute on person_json to beta_app_service;
create function promote_beta_app(actor jsonb, zone text, current beta_app_state) returns jsonb language plpgsql volatile;
grant execute on promote_beta_app to beta_app_service;
create function promote_versions(wanted integer, promoted_at timestamp with time zone, event_id bigint) returns void language plpgsql volatile;
grant execute on promote_versions to beta_app_service;
create function raise_claims(applications integer[]) returns void language plpgsql volatile;
grant execute on raise_claims to beta_app_service;
create function read_application_rows(rows jsonb) returns SETOF application_row language sql immutable;
grant execute on read_application_rows to beta_app_service;
create function read_branch_rows(rows jsonb) returns SETOF branch_row language sql immutable;
grant execute on read_branch_rows to beta_app_service;
create function read_store_changes(wanted_app integer, current_revision bigint, changes jsonb, known_directory bigint, OUT wanted integer[], OUT unwanted integer[], OUT skipped integer[], OUT unknown text[], OUT moves jsonb, OUT refusal_of_input jsonb) returns record language plpgsql stable;
grant execute on read_store_changes to beta_app_service;
create function read_store_rows(rows jsonb, branch_codes text[]) returns SETOF store_row language sql immutable;
grant execute on read_store_rows to beta_app_service;
create function record_event(actor jsonb, recorded_at timestamp with time zone, done text, wanted integer, is_detail boolean, changed_from jsonb, changed_to jsonb) returns bigint language plpgsql volatile;
grant execute on record_event to beta_app_service;
create function recording_time(wanted integer, adding integer DEFAULT NULL::integer) returns timestamp with time zone language plpgsql volatile;
grant execute on recording_time to beta_app_service;
create function refusal(code text, details jsonb DEFAULT '{}'::jsonb, errors jsonb DEFAULT '[]'::jsonb) returns jsonb language sql immutable;
grant execute on refusal to beta_app_service;
create function refused_row(line integer, code text, fault text) returns jsonb language sql immutable;
grant execute on refused_row to beta_app_service;
create function registered_among(wanted integer, stores integer[]) returns integer[] language plpgsql stable;
grant execute on registered_among to beta_app_service;
create function remove_application(actor jsonb, input jsonb, current beta_app_state) returns jsonb language plpgsql volatile;
grant execute on remove_application to beta_app_service;
create function replace_beta_app_state(next beta_app_state) returns void language plpgsql volatile;
grant execute on replace_beta_app_state to beta_app_service;
create function replayed_answer(nik text, wanted_key text, wanted_fingerprint text) returns jsonb language plpgsql volatile;
grant execute on replayed_answer to beta_app_service;
create function resume_beta_app(actor jsonb, input jsonb, current beta_app_state) returns jsonb language plpgsql volatile;
grant execute on resume_beta_app to beta_app_service;
create function row_code(value jsonb) returns text language sql immutable;
grant execute on row_code to beta_app_service;
create function runs_now(state beta_app_state, zone text) returns boolean language sql volatile;
grant execute on runs_now to beta_app_service;
create function save_stores(actor jsonb, input jsonb, zone text) returns jsonb language plpgsql volatile;
grant execute on save_stores to beta_app_service;
create function select_stores(filter jsonb, known_revision bigint, OUT chosen integer[], OUT newcomers integer[]) returns record language plpgsql stable;
grant execute on select_stores to beta_app_service;
create function shift_registration_counts(stores integer[], branches integer[], shift integer) returns void language sql volatile;
grant execute on shift_registration_counts to beta_app_service;
create function store_clashes(wanted integer, base_revision bigint, added integer[], removed integer[]) returns jsonb language sql stable;
grant execute on store_clashes to beta_app_service;
create function store_codes(stores integer[]) returns jsonb language plpgsql stable;
grant execute on store_codes to beta_app_service;
create function store_ids(codes jsonb) returns integer[] language plpgsql stable;
grant execute on store_ids to beta_app_service;
create function store_names(stores integer[]) returns jsonb language sql stable;
grant execute on store_names to beta_app_service;
create function stores_as_of(wanted integer, wanted_revision bigint, OUT then_registered integer[], OUT others integer[]) returns record language plpgsql stable;
grant execute on stores_as_of to beta_app_service;
create function stores_closed_by_rows(rows store_row[]) returns integer[] language sql stable;
grant execute on stores_closed_by_rows to beta_app_service;
create function stores_of(wanted integer) returns integer[] language sql stable;
grant execute on stores_of to beta_app_service;
create function stores_to_copy(source integer, except_codes jsonb) returns integer[] language plpgsql stable;
grant execute on stores_to_copy to beta_app_service;
create function sync_changed(report jsonb) returns boolean language sql immutable;
grant execute on sync_changed to beta_app_service;
create function sync_directory(actor jsonb, input jsonb) returns jsonb language plpgsql volatile;
grant execute on sync_directory to beta_app_service;
create function synced_version(wanted integer) returns text language sql stable;
grant execute on synced_version to beta_app_service;
create function taken_application(wanted integer, wanted_code text) returns beta_app_application language sql stable;
grant execute on taken_application to beta_app_service;
create function text_fault(value jsonb, longest integer) returns text language sql immutable;
grant execute on text_fault to beta_app_service;
create function tidy_text(value jsonb) returns text language sql immutable;
grant execute on tidy_text to beta_app_service;
create function time_zone_fault(value jsonb) returns text language sql immutable;
grant execute on time_zone_fault to beta_app_service;
create function today_in(zone text) returns date language sql volatile strict;
grant execute on today_in to beta_app_service;
create function trimmed(value text) returns text language sql immutable strict parallel safe;
grant execute on trimmed to beta_app_service;
create function try_sync_directory(actor jsonb, input jsonb) returns jsonb language plpgsql volatile;
grant execute on try_sync_directory to beta_app_service;
create function unknown_stores(codes jsonb) returns text[] language sql stable;
grant execute on unknown_stores to beta_app_service;
create function unregistered_among(wanted integer, stores integer[]) returns integer[] language plpgsql stable;
grant execute on unregistered_among to beta_app_service;
create function update_beta_app(actor jsonb, input jsonb, zone text, current beta_app_state) returns jsonb language plpgsql volatile;
grant execute on update_beta_app to beta_app_service;
create function vanished_stores(rows store_row[]) returns integer[] language sql stable;
grant execute on vanished_stores to beta_app_service;
create function withdraw_leaving(actor jsonb, wanted integer, leaving integer[]) returns void language plpgsql volatile;
grant execute on withdraw_leaving to beta_app_service;
create function without_marks(value text) returns text language sql immutable strict parallel safe;
grant execute on without_marks to beta_app_service;
create function without_zeros(value text) returns text language sql immutable strict parallel safe;
grant execute on without_zeros to beta_app_service;
create function word_patterns(words jsonb) returns text[] language sql immutable strict parallel safe;
grant execute on word_patterns to beta_app_service;
create function write(operation text, actor jsonb, input jsonb, options jsonb) returns jsonb language plpgsql volatile security definer set search_path=beta_app, pg_temp set plan_cache_mode=force_generic_plan set work_mem=32MB;
grant execute on write to beta_app_service;
create function write_application(actor jsonb, wanted integer, wanted_code text, wanted_version text, wanted_notes text) returns void language plpgsql volatile;
grant execute on write_application to beta_app_service;
create function write_applications(rows application_row[], is_full boolean, recorded_at timestamp with time zone, event_id bigint) returns jsonb language plpgsql volatile;
grant execute on write_applications to beta_app_service;
create function write_branches(rows branch_row[], is_full boolean, recorded_at timestamp with time zone, event_id bigint) returns jsonb language plpgsql volatile;
grant execute on write_branches to beta_app_service;
create function write_details(operation text, actor jsonb, input jsonb, zone text) returns jsonb language plpgsql volatile;
grant execute on write_details to beta_app_service;
create function write_moves(actor jsonb, wanted integer, moves jsonb, moved_at timestamp with time zone) returns void language plpgsql volatile;
grant execute on write_moves to beta_app_service;
create function write_new_beta_app(actor jsonb, input jsonb) returns integer language plpgsql volatile;
grant execute on write_new_beta_app to beta_app_service;
create function write_registrations(actor jsonb, wanted integer, added integer[], removed integer[], by_branch jsonb, recorded_at timestamp with time zone DEFAULT NULL::timestamp with time zone, moved jsonb DEFAULT '{}'::jsonb) returns void language plpgsql volatile;
grant execute on write_registrations to beta_app_service;
create function write_stores(rows store_row[], vanished integer[], is_full boolean, new_revision bigint, recorded_at timestamp with time zone, event_id bigint) returns jsonb language plpgsql volatile;
grant execute on write_stores to beta_app_service;
