import { errorOf } from '@beta-app/core';
import { type OperationId, routes } from '@beta-app/core/contract';
import { type Context, Hono } from 'hono';
import { type CheckReadiness } from './health.js';
import { createDocument } from './openapi/document.js';
import { MethodNotAllowed } from './response/answer-errors.js';
import { type OperationContext, runOperation } from './run-operation.js';
import { createScriptAnswer } from './widgets-script.js';

export interface AppOptions {
  basePath: string;
  operations: Omit<OperationContext, 'failed'>;
  checkReadiness: CheckReadiness;
  widgets: string | Uint8Array | undefined;
  stopping: AbortSignal | undefined;
}

/** What comes with each request. */
interface Surroundings {
  Bindings: {
    /** Hears of what goes wrong after the answer has begun. */
    failed: (thrown: unknown) => void;
  };
}

type App = Hono<Surroundings>;

type Answer = (context: Context<Surroundings>) => Response | Promise<Response>;

const uncached = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

/** Creates the table of addresses. Its answers throw what goes wrong; who calls it answers that. */
export function createApp(options: AppOptions): App {
  const { basePath, operations, checkReadiness, widgets, stopping } = options;
  const app: App = new Hono<Surroundings>();
  const refuseWhileStopping = () => {
    if (stopping?.aborted === true) throw errorOf('SERVER_STOPPING');
  };

  serve(app, '/healthz', { GET: () => Response.json({ status: 'ok' }, { headers: uncached }) });
  serve(app, '/readyz', {
    GET: async () => {
      refuseWhileStopping();
      await checkReadiness();
      return Response.json({ status: 'ready' }, { headers: uncached });
    },
  });
  if (widgets !== undefined) {
    const answer = createScriptAnswer(widgets);
    serve(app, '/widgets.js', { GET: ({ req }) => answer(req.raw) });
  }
  serve(app, `${basePath}/openapi.json`, { GET: documentAnswer(basePath) });
  for (const [path, actions] of actionsByPath()) {
    const answers = Object.entries(actions).map(([method, action]): [string, Answer] => [
      method,
      ({ req, env }) => {
        refuseWhileStopping();
        return runOperation(action, req.raw, req.param(), { ...operations, ...env });
      },
    ]);
    serve(app, basePath + path.replaceAll(/\{(\w+)\}/gu, ':$1'), Object.fromEntries(answers));
  }
  app.notFound(() => {
    throw errorOf('ROUTE_NOT_FOUND');
  });
  app.onError((error) => {
    throw error;
  });
  return app;
}

/** Answers the methods of one address, and refuses the others by saying which there are. */
function serve(app: App, path: string, answers: Readonly<Record<string, Answer>>): void {
  const allow = Object.keys(answers).flatMap((method) =>
    method === 'GET' ? ['GET', 'HEAD'] : [method],
  );
  app.all(path, (context) => {
    const method = context.req.method === 'HEAD' ? 'GET' : context.req.method;
    const answer = Object.hasOwn(answers, method) ? answers[method] : undefined;
    if (answer === undefined) throw new MethodNotAllowed(allow);
    return answer(context);
  });
}

function documentAnswer(basePath: string): Answer {
  let document: string | undefined;
  return () => {
    document ??= JSON.stringify(createDocument(basePath));
    const headers = { ...uncached, 'Content-Type': 'application/json' };
    return new Response(document, { headers });
  };
}

function actionsByPath(): Map<string, Record<string, OperationId>> {
  const paths = new Map<string, Record<string, OperationId>>();
  for (const action of Object.keys(routes) as OperationId[]) {
    const { method, path } = routes[action];
    paths.set(path, { ...paths.get(path), [method]: action });
  }
  return paths;
}
