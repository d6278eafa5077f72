"""The stores of a beta app as the module's paper served them: Flask, psycopg2, one query, one JSON answer."""

import os
import sys

import psycopg2
from flask import Flask, jsonify, request
from psycopg2.extras import RealDictCursor
from werkzeug.serving import WSGIRequestHandler, make_server

app = Flask(__name__)
connection = psycopg2.connect(os.environ["DATABASE_URL"])
connection.autocommit = True


@app.get("/api/beta-apps/<int:beta_app>/stores")
def list_stores(beta_app):
    with connection.cursor(cursor_factory=RealDictCursor) as cursor:
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


# A kept connection, as ours has.
WSGIRequestHandler.protocol_version = "HTTP/1.1"
server = make_server("127.0.0.1", 0, app)
print(server.port, flush=True)
sys.stderr = open(os.devnull, "w")
server.serve_forever()
