"""What the module's paper would have served: Flask, psycopg2, one query, one JSON answer."""

import os
import sys
import threading

import psycopg2
from flask import Flask, jsonify, request
from psycopg2.extras import RealDictCursor
from werkzeug.serving import WSGIRequestHandler, make_server

app = Flask(__name__)
local = threading.local()


def open_cursor():
    """Each thread has a connection of its own, so that none waits for another."""
    if not hasattr(local, "connection"):
        local.connection = psycopg2.connect(os.environ["DATABASE_URL"])
        local.connection.autocommit = True
    return local.connection.cursor(cursor_factory=RealDictCursor)


@app.get("/api/beta-apps/<int:beta_app>/stores")
def list_stores(beta_app):
    with open_cursor() as cursor:
        cursor.execute(
            """
            select store.code, state.name, branch.code as "branchCode",
              registration.since is not null as registered,
              registration.since as "registeredSince"
            from beta_app.store_state as state
            join beta_app.store on store.id = state.store_id
            join beta_app.branch on branch.id = state.branch_id
            left join beta_app.registration
              on registration.beta_app_id = %(beta_app)s and registration.store_id = state.store_id
            where state.until = 'infinity' and state.open
              and (%(branch)s is null or branch.code = %(branch)s)
              and (%(registered)s is null or registration.store_id is not null)
            order by store.code
            """,
            {
                "beta_app": beta_app,
                "branch": request.args.get("branch"),
                "registered": request.args.get("registered"),
            },
        )
        return jsonify({"data": {"items": cursor.fetchall(), "nextCursor": None}})


@app.get("/api/versions")
def look_up_version():
    with open_cursor() as cursor:
        cursor.execute(
            """
            select store.code as store, application.code as application,
              coalesce(trial.version, production.version) as version,
              case when trial.version is null then 'production' else 'beta' end as channel,
              trial.name as "betaApp"
            from beta_app.store
            join beta_app.application on application.code = %(application)s
            left join beta_app.application_production as production
              on production.application_id = application.id and production.until = 'infinity'
            left join lateral (
              select taken.version, state.name
              from beta_app.registration
              join beta_app.beta_app_application as taken
                on taken.beta_app_id = registration.beta_app_id and taken.until = 'infinity'
              join beta_app.beta_app_state as state
                on state.beta_app_id = registration.beta_app_id and state.until = 'infinity'
              where registration.store_id = store.id and taken.application_id = application.id
                and state.closed = 'none' and state.pause <> 'drop'
                and state.period @> (now() at time zone 'Asia/Jakarta')::date
            ) as trial on true
            where store.code = %(store)s
            """,
            {"store": request.args["store"], "application": request.args["application"]},
        )
        return jsonify({"data": cursor.fetchone()})


# A kept connection, as ours has, on which the last part of an answer doesn't wait for the client.
WSGIRequestHandler.disable_nagle_algorithm = True
WSGIRequestHandler.protocol_version = "HTTP/1.1"
server = make_server("127.0.0.1", 0, app, threaded=True)
print(server.port, flush=True)
sys.stderr = open(os.devnull, "w")
server.serve_forever()
